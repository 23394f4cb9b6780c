package io.clientele.infra.network;

import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;

/** The traffic that security groups allow: for each connection an egress and an ingress rule. */
final class TrafficRules {
  private static final String TCP = "tcp";

  private final Component component;
  private final SecurityGroups groups;

  TrafficRules(Component component, SecurityGroups groups) {
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
    connect("requests", groups.balancer(), groups.service(), TcpPorts.API);
    connect("store", groups.balancer(), groups.service(), TcpPorts.STORE);
    connect("queries", groups.service(), groups.proxy(), TcpPorts.POSTGRESQL);
    connect("pooled", groups.proxy(), groups.database(), TcpPorts.POSTGRESQL);
    connect("owner", groups.migration(), groups.database(), TcpPorts.POSTGRESQL);
    connect("migrated", groups.migration(), groups.proxy(), TcpPorts.POSTGRESQL);
    connect("counts", groups.service(), groups.cache(), TcpPorts.REDIS);
    connect("service-aws", groups.service(), groups.endpoints(), TcpPorts.HTTPS);
    connect("migration-aws", groups.migration(), groups.endpoints(), TcpPorts.HTTPS);
    pullImages("service", groups.service(), storagePrefixList);
    pullImages("migration", groups.migration(), storagePrefixList);
    if (component.context().environment().database().hasReplica()) {
      connect("reads", groups.service(), groups.replica(), TcpPorts.POSTGRESQL);
    }
    if (component.context().environment().network().hasGateways()) {
      toInternet("world-out", TcpPorts.HTTPS, "Webhooks and external token issuers");
    }
    if (component.context().environment().settings().mailFrom().isPresent()) {
      toInternet("mails-out", TcpPorts.SUBMISSION, "Notices, by STARTTLS");
      toInternet("mails-tls-out", TcpPorts.SUBMISSIONS, "Notices, by TLS");
    }
  }

  private void fromCloudFront() {
    new SecurityGroupIngressRule(
        component.named("edge-in"),
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(groups.balancer())
            .description("Requests from CloudFront only")
            .prefixListId(component.context().environment().settings().edgePrefixList())
            .ipProtocol(TCP)
            .fromPort(TcpPorts.HTTPS)
            .toPort(TcpPorts.HTTPS)
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
        egressRule(source, TcpPorts.HTTPS)
            .description("Image layers from S3")
            .prefixListId(prefixList)
            .build(),
        component.options());
  }

  private void toInternet(String name, int port, String description) {
    new SecurityGroupEgressRule(
        component.named(name),
        egressRule(groups.service(), port).description(description).cidrIpv4("0.0.0.0/0").build(),
        component.options());
  }

  private static SecurityGroupEgressRuleArgs.Builder egressRule(Output<String> source, int port) {
    return SecurityGroupEgressRuleArgs.builder()
        .securityGroupId(source)
        .ipProtocol(TCP)
        .fromPort(port)
        .toPort(port);
  }
}
