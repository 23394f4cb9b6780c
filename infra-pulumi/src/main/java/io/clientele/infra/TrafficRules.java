package io.clientele.infra;

import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;

/**
 * The traffic that security groups allow. Each permitted connection has an egress rule at its
 * source and an ingress rule at its target. All other traffic is denied.
 */
final class TrafficRules {
  private static final String TCP = "tcp";

  private final Part component;
  private final Doors groups;

  TrafficRules(Part component, Doors groups) {
    this.component = component;
    this.groups = groups;
  }

  /**
   * Adds all rules.
   *
   * @param storagePrefixList the addresses of S3, from which tasks pull image layers
   */
  void allow(Output<String> storagePrefixList) {
    fromCloudFront();
    connect("requests", groups.balancer(), groups.service(), Ports.API);
    connect("queries", groups.service(), groups.proxy(), Ports.POSTGRESQL);
    connect("pooled", groups.proxy(), groups.database(), Ports.POSTGRESQL);
    connect("owner", groups.migration(), groups.database(), Ports.POSTGRESQL);
    connect("migrated", groups.migration(), groups.proxy(), Ports.POSTGRESQL);
    connect("counts", groups.service(), groups.cache(), Ports.REDIS);
    connect("service-aws", groups.service(), groups.endpoints(), Ports.HTTPS);
    connect("migration-aws", groups.migration(), groups.endpoints(), Ports.HTTPS);
    pullImages("service", groups.service(), storagePrefixList);
    pullImages("migration", groups.migration(), storagePrefixList);
    if (component.context().environment().network().hasGateways()) {
      toInternet();
    }
  }

  private void fromCloudFront() {
    new SecurityGroupIngressRule(
        component.named("edge-in"),
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(groups.balancer())
            .description("CloudFront, and nobody else")
            .prefixListId(component.context().environment().particulars().edgePrefixList())
            .ipProtocol(TCP)
            .fromPort(Ports.HTTPS)
            .toPort(Ports.HTTPS)
            .build(),
        component.options());
  }

  private void connect(String name, Output<String> source, Output<String> target, int port) {
    new SecurityGroupEgressRule(
        component.named(name + "-out"),
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(source)
            .description(name + ": out")
            .referencedSecurityGroupId(target)
            .ipProtocol(TCP)
            .fromPort(port)
            .toPort(port)
            .build(),
        component.options());
    new SecurityGroupIngressRule(
        component.named(name + "-in"),
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(target)
            .description(name + ": in")
            .referencedSecurityGroupId(source)
            .ipProtocol(TCP)
            .fromPort(port)
            .toPort(port)
            .build(),
        component.options());
  }

  private void pullImages(String name, Output<String> source, Output<String> prefixList) {
    new SecurityGroupEgressRule(
        component.named(name + "-images-out"),
        egressRule(source)
            .description("Layers of images, from S3")
            .prefixListId(prefixList)
            .build(),
        component.options());
  }

  private void toInternet() {
    new SecurityGroupEgressRule(
        component.named("world-out"),
        egressRule(groups.service())
            .description("Webhooks and outside issuers of tokens")
            .cidrIpv4("0.0.0.0/0")
            .build(),
        component.options());
  }

  private static SecurityGroupEgressRuleArgs.Builder egressRule(Output<String> source) {
    return SecurityGroupEgressRuleArgs.builder()
        .securityGroupId(source)
        .ipProtocol(TCP)
        .fromPort(Ports.HTTPS)
        .toPort(Ports.HTTPS);
  }
}
