package io.clientele.infra.config;

import java.util.regex.Pattern;

/**
 * The addresses of the network and its connections to the outside.
 *
 * @param prefix the first two numbers of the /16 block, such as {@code 10.1}
 * @param endpointZones the number of zones with VPC endpoints; tasks of other zones use those
 *     across zones
 * @param hasGateways whether tasks reach the internet, which webhooks, mails and external token
 *     issuers need
 */
public record NetworkPlan(String prefix, int endpointZones, boolean hasGateways) {
  private static final Pattern PREFIX = Pattern.compile("10\\.[0-9]{1,3}");

  public NetworkPlan {
    var errors = new ConfigErrors();
    errors.requireMatch(PREFIX, prefix, "network.prefix", "must look like 10.1");
    errors.requireRange(endpointZones, 1, 3, "network.endpointZones");
    errors.throwIfAny();
  }

  /** The CIDR block of the whole network. */
  public String block() {
    return prefix + ".0.0/16";
  }

  /** The CIDR block of the load balancer's subnet in a zone, counted from 0. */
  public String publicBlock(int zone) {
    return prefix + "." + zone + ".0/24";
  }

  /** The CIDR block of the tasks' subnet in a zone. Each task takes one address. */
  public String taskBlock(int zone) {
    return prefix + "." + (16 + 16 * zone) + ".0/20";
  }

  /** The CIDR block of the data stores' subnet in a zone. */
  public String dataBlock(int zone) {
    return prefix + "." + (128 + zone) + ".0/24";
  }
}
