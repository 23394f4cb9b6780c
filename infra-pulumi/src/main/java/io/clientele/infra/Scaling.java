package io.clientele.infra;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.core.Output;

/** More tasks when they are busy or asked much; fewer again, slowly. */
final class Scaling {
  private static final String NAMESPACE = "ecs";
  private static final String DIMENSION = "ecs:service:DesiredCount";
  private static final int OUT_SECONDS = 60;
  private static final int IN_SECONDS = 300;

  private final Compute compute;
  private final Edge edge;

  Scaling(Compute compute, Edge edge) {
    this.compute = compute;
    this.edge = edge;
  }

  void of(Service service) {
    var plan = compute.plan();
    var target =
        new Target(
            compute.named("tasks"),
            TargetArgs.builder()
                .serviceNamespace(NAMESPACE)
                .scalableDimension(DIMENSION)
                .resourceId(
                    Output.format("service/%s/%s", compute.clusterName(), compute.serviceName()))
                .minCapacity(plan.tasksMin())
                .maxCapacity(plan.tasksMax())
                .build(),
            compute.here(service));
    follow("cpu", target, plan.cpuPercent(), metric("ECSServiceAverageCPUUtilization"));
    follow(
        "requests",
        target,
        plan.requestsPerTask(),
        metric("ALBRequestCountPerTarget").resourceLabel(label()));
  }

  private static PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
          .Builder
      metric(String type) {
    return PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
        .predefinedMetricType(type);
  }

  private Output<String> label() {
    return Output.format("%s/%s", edge.balancer().suffix(), edge.balancer().targetsSuffix());
  }

  private void follow(
      String name,
      Target target,
      double value,
      PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.Builder
          metric) {
    new Policy(
        compute.named(name),
        PolicyArgs.builder()
            .name(compute.named(name))
            .policyType("TargetTrackingScaling")
            .serviceNamespace(target.serviceNamespace())
            .scalableDimension(target.scalableDimension())
            .resourceId(target.resourceId())
            .targetTrackingScalingPolicyConfiguration(
                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                    .targetValue(value)
                    .scaleOutCooldown(OUT_SECONDS)
                    .scaleInCooldown(IN_SECONDS)
                    .predefinedMetricSpecification(metric.build())
                    .build())
            .build(),
        compute.here());
  }
}
