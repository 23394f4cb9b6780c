package io.clientele.infra;

import com.pulumi.aws.ecs.Cluster;
import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.ClusterCapacityProviders;
import com.pulumi.aws.ecs.ClusterCapacityProvidersArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ClusterSettingArgs;
import com.pulumi.aws.ecs.inputs.ServiceCapacityProviderStrategyArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.core.Output;
import io.clientele.infra.config.ComputePlan;
import java.util.List;
import java.util.Map;

/** The service on Fargate. Until images are there, all but what runs them. */
final class Compute extends Part {
  private static final String FARGATE = "FARGATE";
  private static final int GRACE_SECONDS = 120;

  private final Cluster cluster;
  private final Images images;

  Compute(Ground ground, Network network, Data data, Cache cache, Edge edge, Observability watch) {
    super("Compute", ground);
    images = new Images(this, data.key());
    cluster = cluster();
    if (ground.environment().particulars().release().isPresent()) {
      var migrationTask = Task.migration(this, data, images, watch);
      var migration = new Migration(this, network, data, migrationTask, watch);
      var task = Task.service(this, data, images, watch);
      var service = service(network, edge, task, migration, cache);
      new Scaling(this, edge).of(service);
    }
    registerOutputs(Map.of("cluster", cluster.name()));
  }

  private Cluster cluster() {
    var made =
        new Cluster(
            named("cluster"),
            ClusterArgs.builder()
                .name(named("cluster"))
                .settings(
                    ClusterSettingArgs.builder().name("containerInsights").value("enabled").build())
                .build(),
            here());
    new ClusterCapacityProviders(
        named("cluster"),
        ClusterCapacityProvidersArgs.builder()
            .clusterName(made.name())
            .capacityProviders(FARGATE)
            .build(),
        here());
    return made;
  }

  private Service service(Network network, Edge edge, Task task, Migration migration, Cache cache) {
    return new Service(
        named("service"),
        ServiceArgs.builder()
            .name(serviceId())
            .cluster(cluster.arn())
            .taskDefinition(task.arn())
            .desiredCount(plan().tasksMin())
            .platformVersion("LATEST")
            .capacityProviderStrategies(
                ServiceCapacityProviderStrategyArgs.builder()
                    .capacityProvider(FARGATE)
                    .weight(1)
                    .base(1)
                    .build())
            .networkConfiguration(placed(network))
            .loadBalancers(
                ServiceLoadBalancerArgs.builder()
                    .targetGroupArn(edge.balancer().targets())
                    .containerName("service")
                    .containerPort(Ports.API)
                    .build())
            .healthCheckGracePeriodSeconds(GRACE_SECONDS)
            .deploymentMinimumHealthyPercent(100)
            .deploymentMaximumPercent(200)
            .deploymentCircuitBreaker(
                ServiceDeploymentCircuitBreakerArgs.builder().enable(true).rollback(true).build())
            .availabilityZoneRebalancing("ENABLED")
            .enableExecuteCommand(false)
            .enableEcsManagedTags(true)
            .propagateTags("SERVICE")
            .waitForSteadyState(true)
            .build(),
        hereBut(List.of("desiredCount"), migration.done(), edge.balancer().open(), cache));
  }

  private static ServiceNetworkConfigurationArgs placed(Network network) {
    return ServiceNetworkConfigurationArgs.builder()
        .subnets(network.subnets().tasks())
        .securityGroups(network.doors().service().applyValue(List::of))
        .assignPublicIp(false)
        .build();
  }

  ComputePlan plan() {
    return ground().environment().compute();
  }

  Images images() {
    return images;
  }

  Output<String> clusterName() {
    return cluster.name();
  }

  /** It is known before it is there. */
  String serviceId() {
    return named("service");
  }

  Output<String> serviceName() {
    return Output.of(serviceId());
  }
}
