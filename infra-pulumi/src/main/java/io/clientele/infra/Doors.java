package io.clientele.infra;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import java.util.Map;

/** Who may talk to whom: each way is opened at both of its ends, and no other one is. */
final class Doors {
  private static final String TCP = "tcp";

  private final Network network;
  private final Vpc vpc;
  private final SecurityGroup balancer;
  private final SecurityGroup service;
  private final SecurityGroup migration;
  private final SecurityGroup proxy;
  private final SecurityGroup database;
  private final SecurityGroup cache;

  Doors(Network network, Vpc vpc, Endpoints endpoints) {
    this.network = network;
    this.vpc = vpc;
    balancer = group("balancer", "Takes requests from CloudFront");
    service = group("service", "Tasks of the service");
    migration = group("migration", "The task that migrates");
    proxy = group("proxy", "Pools connections to PostgreSQL");
    database = group("database", "PostgreSQL");
    cache = group("cache", "Redis");
    fromTheEdge();
    open("requests", balancer, service, Ports.API);
    open("queries", service, proxy, Ports.POSTGRESQL);
    open("pooled", proxy, database, Ports.POSTGRESQL);
    open("owner", migration, database, Ports.POSTGRESQL);
    open("migrated", migration, proxy, Ports.POSTGRESQL);
    open("counts", service, cache, Ports.REDIS);
    open("service-aws", service, endpoints.group(), Ports.HTTPS);
    open("migration-aws", migration, endpoints.group(), Ports.HTTPS);
    images("service", service, endpoints.storagePrefixList());
    images("migration", migration, endpoints.storagePrefixList());
    if (network.ground().environment().network().hasGateways()) {
      world();
    }
  }

  static SecurityGroup group(Network network, Vpc vpc, String name, String description) {
    return new SecurityGroup(
        network.named(name),
        SecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .description(description)
            .tags(Map.of("Name", network.named(name)))
            .build(),
        network.here());
  }

  private SecurityGroup group(String name, String description) {
    return group(network, vpc, name, description);
  }

  private void fromTheEdge() {
    new SecurityGroupIngressRule(
        network.named("edge-in"),
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(balancer.id())
            .description("CloudFront, and nobody else")
            .prefixListId(network.ground().environment().particulars().edgePrefixList())
            .ipProtocol(TCP)
            .fromPort(Ports.HTTPS)
            .toPort(Ports.HTTPS)
            .build(),
        network.here());
  }

  private void open(String name, SecurityGroup from, SecurityGroup to, int port) {
    new SecurityGroupEgressRule(
        network.named(name + "-out"),
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(from.id())
            .description(name + ": out")
            .referencedSecurityGroupId(to.id())
            .ipProtocol(TCP)
            .fromPort(port)
            .toPort(port)
            .build(),
        network.here());
    new SecurityGroupIngressRule(
        network.named(name + "-in"),
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(to.id())
            .description(name + ": in")
            .referencedSecurityGroupId(from.id())
            .ipProtocol(TCP)
            .fromPort(port)
            .toPort(port)
            .build(),
        network.here());
  }

  private void images(String name, SecurityGroup from, Output<String> prefixList) {
    new SecurityGroupEgressRule(
        network.named(name + "-images-out"),
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(from.id())
            .description("Layers of images, from S3")
            .prefixListId(prefixList)
            .ipProtocol(TCP)
            .fromPort(Ports.HTTPS)
            .toPort(Ports.HTTPS)
            .build(),
        network.here());
  }

  private void world() {
    new SecurityGroupEgressRule(
        network.named("world-out"),
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(service.id())
            .description("Webhooks and outside issuers of tokens")
            .cidrIpv4("0.0.0.0/0")
            .ipProtocol(TCP)
            .fromPort(Ports.HTTPS)
            .toPort(Ports.HTTPS)
            .build(),
        network.here());
  }

  Output<String> balancer() {
    return balancer.id();
  }

  Output<String> service() {
    return service.id();
  }

  Output<String> migration() {
    return migration.id();
  }

  Output<String> proxy() {
    return proxy.id();
  }

  Output<String> database() {
    return database.id();
  }

  Output<String> cache() {
    return cache.id();
  }
}
