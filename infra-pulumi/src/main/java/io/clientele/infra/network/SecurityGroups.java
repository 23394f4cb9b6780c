package io.clientele.infra.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import java.util.Map;

/** The ids of the security groups, which {@link TrafficRules} connects. */
public record SecurityGroups(
    Output<String> balancer,
    Output<String> service,
    Output<String> migration,
    Output<String> proxy,
    Output<String> database,
    Output<String> replica,
    Output<String> cache,
    Output<String> endpoints) {
  static SecurityGroups of(Component component, Output<String> vpcId) {
    return new SecurityGroups(
        group(component, vpcId, "balancer", "Takes requests from CloudFront"),
        group(component, vpcId, "service", "Tasks of the service"),
        group(component, vpcId, "migration", "The task that migrates"),
        group(component, vpcId, "proxy", "Pools connections to PostgreSQL"),
        group(component, vpcId, "database", "PostgreSQL"),
        group(component, vpcId, "replica", "The read replica of PostgreSQL"),
        group(component, vpcId, "cache", "Redis"),
        group(component, vpcId, "endpoints", "Ways to AWS"));
  }

  private static Output<String> group(
      Component component, Output<String> vpcId, String name, String description) {
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
