package io.clientele.infra;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import java.util.List;

/** Ways to AWS that stay inside: for images, logs, secrets and traces. */
final class Endpoints {
  /** Of the services that a task talks to. Images come from S3, which costs nothing to reach. */
  static final List<String> SERVICES =
      List.of("ecr.api", "ecr.dkr", "logs", "secretsmanager", "xray");

  private final SecurityGroup group;
  private final VpcEndpoint storage;

  Endpoints(Network network, Vpc vpc, Subnets subnets) {
    group = Doors.group(network, vpc, "endpoints", "Ways to AWS");
    storage =
        new VpcEndpoint(
            network.named("s3"),
            VpcEndpointArgs.builder()
                .vpcId(vpc.id())
                .serviceName(name(network, "s3"))
                .vpcEndpointType("Gateway")
                .routeTableIds(subnets.taskTables())
                .build(),
            network.here());
    var zones = network.ground().environment().network().endpointZones();
    for (var service : SERVICES) {
      new VpcEndpoint(
          network.named(service.replace('.', '-')),
          VpcEndpointArgs.builder()
              .vpcId(vpc.id())
              .serviceName(name(network, service))
              .vpcEndpointType("Interface")
              .privateDnsEnabled(true)
              .subnetIds(subnets.tasks(zones))
              .securityGroupIds(group.id().applyValue(List::of))
              .policy(Statement.document(ownAccount(network)))
              .build(),
          network.here());
    }
  }

  /** Whoever is inside may reach what is ours through it, and nobody else's. */
  private static Statement ownAccount(Network network) {
    return Statement.allow(Statement.ANY, Statement.ANY)
        .byAnyone()
        .when("StringEquals", "aws:PrincipalAccount", network.ground().account());
  }

  private static String name(Network network, String service) {
    return "com.amazonaws." + network.ground().region() + "." + service;
  }

  SecurityGroup group() {
    return group;
  }

  Output<String> storagePrefixList() {
    return storage.prefixListId();
  }
}
