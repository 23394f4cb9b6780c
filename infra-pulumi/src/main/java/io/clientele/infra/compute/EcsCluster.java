package io.clientele.infra.compute;

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
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.config.ComputePlan;
import io.clientele.infra.network.TcpPorts;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.LogGroups;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ECS cluster with image repositories and, once images are pushed, the service. */
public final class EcsCluster extends Component {
  private static final String FARGATE = "FARGATE";
  private static final int GRACE_SECONDS = 120;

  private final Cluster cluster;
  private final ImageRepositories images;
  private Optional<Output<String>> serviceTask = Optional.empty();

  public EcsCluster(DeploymentContext context, ServiceDependencies needs, LogGroups logs) {
    super("Compute", context);
    images = new ImageRepositories(this, needs.database().key());
    cluster = cluster();
    if (context.environment().settings().release().isPresent()) {
      var migrationTask = FargateTask.migration(this, needs.database(), images, logs);
      var migration = new MigrationFunction(this, needs, cluster.name(), migrationTask, logs);
      var log = logs.create("service");
      new ErasureArchive(this, log, needs.ingress().logBucket(), logs);
      var collector = new TelemetryCollector(this, images, needs.prometheus(), logs);
      var task = FargateTask.service(this, needs.database(), images, log, collector);
      var service = service(needs, task, migration);
      serviceTask = Optional.of(task.arn());
      new TaskAutoscaling(this)
          .of(
              service,
              Output.format("service/%s/%s", cluster.name(), Output.of(named("service"))),
              needs.ingress().balancer().requestLabel());
    }
    registerOutputs(Map.of("cluster", cluster.name()));
  }

  private Cluster cluster() {
    var created =
        new Cluster(
            named("cluster"),
            ClusterArgs.builder()
                .name(named("cluster"))
                .settings(
                    ClusterSettingArgs.builder().name("containerInsights").value("enabled").build())
                .build(),
            options());
    new ClusterCapacityProviders(
        named("cluster"),
        ClusterCapacityProvidersArgs.builder()
            .clusterName(created.name())
            .capacityProviders(FARGATE)
            .build(),
        options());
    return created;
  }

  private Service service(
      ServiceDependencies needs, FargateTask task, MigrationFunction migration) {
    var balancer = needs.ingress().balancer();
    return new Service(
        named("service"),
        ServiceArgs.builder()
            .name(named("service"))
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
            .networkConfiguration(networkConfiguration(needs.network()))
            .loadBalancers(
                registration(balancer.targets(), TcpPorts.API),
                registration(balancer.storeTargets(), TcpPorts.STORE))
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
        optionsIgnoring(
            List.of("desiredCount"),
            migration.completed(),
            balancer.listenerRule(),
            balancer.storeListenerRule(),
            needs.cache()));
  }

  private static ServiceLoadBalancerArgs registration(Output<String> targets, int port) {
    return ServiceLoadBalancerArgs.builder()
        .targetGroupArn(targets)
        .containerName("service")
        .containerPort(port)
        .build();
  }

  private static ServiceNetworkConfigurationArgs networkConfiguration(VpcNetwork network) {
    return ServiceNetworkConfigurationArgs.builder()
        .subnets(network.subnets().taskIds())
        .securityGroups(network.securityGroups().service().applyValue(List::of))
        .assignPublicIp(false)
        .build();
  }

  private ComputePlan plan() {
    return context().environment().compute();
  }

  /** The task definition that the service should run; empty until images are pushed. */
  public Optional<Output<String>> serviceTask() {
    return serviceTask;
  }

  public ImageRepositories images() {
    return images;
  }

  /** The CloudWatch dimensions of the service's metrics. */
  public Map<String, Output<String>> metricDimensions() {
    return Map.of("ClusterName", cluster.name(), "ServiceName", Output.of(named("service")));
  }
}
