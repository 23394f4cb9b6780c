package io.clientele.infra.network;

import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.PolicyStatement;
import java.util.List;

/** The VPC endpoints through which tasks reach AWS without the internet. */
final class VpcEndpoints {
  /** The AWS services that tasks call. Image layers come from S3, whose endpoint is free. */
  static final List<String> SERVICES =
      List.of("aps-workspaces", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "xray");

  private final VpcEndpoint storage;

  VpcEndpoints(Component component, Vpc vpc, Subnets subnets, Output<String> securityGroup) {
    storage =
        new VpcEndpoint(
            component.named("s3"),
            VpcEndpointArgs.builder()
                .vpcId(vpc.id())
                .serviceName(name(component, "s3"))
                .vpcEndpointType("Gateway")
                .routeTableIds(subnets.taskRouteTables())
                .build(),
            component.options());
    var zones = component.context().environment().network().endpointZones();
    for (var service : SERVICES) {
      new VpcEndpoint(
          component.named(service.replace('.', '-')),
          VpcEndpointArgs.builder()
              .vpcId(vpc.id())
              .serviceName(name(component, service))
              .vpcEndpointType("Interface")
              .privateDnsEnabled(true)
              .subnetIds(subnets.taskIds(zones))
              .securityGroupIds(securityGroup.applyValue(List::of))
              .policy(PolicyStatement.document(ownAccount(component)))
              .build(),
          component.options());
    }
  }

  /** Allows this account only, so an endpoint cannot carry data to another account. */
  private static PolicyStatement ownAccount(Component component) {
    return PolicyStatement.allow(PolicyStatement.ANY, PolicyStatement.ANY)
        .anyPrincipal()
        .condition("StringEquals", "aws:PrincipalAccount", component.context().account());
  }

  private static String name(Component component, String service) {
    return "com.amazonaws." + component.context().region() + "." + service;
  }

  Output<String> storagePrefixList() {
    return storage.prefixListId();
  }
}
