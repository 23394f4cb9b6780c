package io.clientele.infra.compute;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;

/** Scales the number of tasks by CPU use and by requests. */
final class TaskAutoscaling {
  private static final String NAMESPACE = "ecs";
  private static final String DIMENSION = "ecs:service:DesiredCount";
  private static final int OUT_SECONDS = 60;
  private static final int IN_SECONDS = 300;

  private final Component component;

  TaskAutoscaling(Component component) {
    this.component = component;
  }

  /**
   * Scales the service.
   *
   * @param resource {@code service/<cluster>/<service>}
   * @param requestLabel the load balancer and the target group whose requests are counted
   */
  void of(Service service, Output<String> resource, Output<String> requestLabel) {
    var plan = component.context().environment().compute();
    var target =
        new Target(
            component.named("tasks"),
            TargetArgs.builder()
                .serviceNamespace(NAMESPACE)
                .scalableDimension(DIMENSION)
                .resourceId(resource)
                .minCapacity(plan.tasksMin())
                .maxCapacity(plan.tasksMax())
                .build(),
            component.options(service));
    follow("cpu", target, plan.cpuPercent(), metric("ECSServiceAverageCPUUtilization"));
    follow(
        "requests",
        target,
        plan.requestsPerTask(),
        metric("ALBRequestCountPerTarget").resourceLabel(requestLabel));
  }

  private static PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
          .Builder
      metric(String type) {
    return PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
        .predefinedMetricType(type);
  }

  private void follow(
      String name,
      Target target,
      double value,
      PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.Builder
          metric) {
    new Policy(
        component.named(name),
        PolicyArgs.builder()
            .name(component.named(name))
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
        component.options());
  }
}
