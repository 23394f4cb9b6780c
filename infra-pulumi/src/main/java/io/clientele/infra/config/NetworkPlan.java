package io.clientele.infra.config;

import java.util.regex.Pattern;

/**
 * How large the network is, and what leads out of it.
 *
 * @param prefix the first two numbers of its /16
 * @param endpointZones in how many zones AWS is reached by endpoints; the others go across
 * @param hasGateways whether tasks reach the world: only webhooks and outside issuers of tokens
 *     need that
 */
public record NetworkPlan(String prefix, int endpointZones, boolean hasGateways) {
  private static final Pattern PREFIX = Pattern.compile("10\\.[0-9]{1,3}");

  public NetworkPlan {
    var errors = new ConfigErrors();
    errors.requireMatch(PREFIX, prefix, "network.prefix", "must look like 10.1");
    errors.requireRange(endpointZones, 1, 3, "network.endpointZones");
    errors.throwIfAny();
  }

  /** All of it. */
  public String block() {
    return prefix + ".0.0/16";
  }

  /** Of the balancer, in a zone counted from 0. */
  public String publicBlock(int zone) {
    return prefix + "." + zone + ".0/24";
  }

  /** Of tasks: each has an address. */
  public String taskBlock(int zone) {
    return prefix + "." + (16 + 16 * zone) + ".0/20";
  }

  /** Of what is stored. */
  public String dataBlock(int zone) {
    return prefix + "." + (128 + zone) + ".0/24";
  }
}
