package io.clientele.infra;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.core.Output;
import java.util.Map;

/**
 * The ids of the network's security groups, one for each kind of network participant. {@link
 * TrafficRules} connects them.
 */
record Doors(
    Output<String> balancer,
    Output<String> service,
    Output<String> migration,
    Output<String> proxy,
    Output<String> database,
    Output<String> cache,
    Output<String> endpoints) {
  static Doors of(Part component, Output<String> vpcId) {
    return new Doors(
        group(component, vpcId, "balancer", "Takes requests from CloudFront"),
        group(component, vpcId, "service", "Tasks of the service"),
        group(component, vpcId, "migration", "The task that migrates"),
        group(component, vpcId, "proxy", "Pools connections to PostgreSQL"),
        group(component, vpcId, "database", "PostgreSQL"),
        group(component, vpcId, "cache", "Redis"),
        group(component, vpcId, "endpoints", "Ways to AWS"));
  }

  private static Output<String> group(
      Part component, Output<String> vpcId, String name, String description) {
    return new SecurityGroup(
            component.named(name),
            SecurityGroupArgs.builder()
                .vpcId(vpcId)
                .description(description)
                .tags(Map.of("Name", component.named(name)))
                .build(),
            component.options())
        .id();
  }
}
