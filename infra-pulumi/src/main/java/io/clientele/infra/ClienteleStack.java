package io.clientele.infra;

import com.pulumi.core.Output;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.compute.EcsCluster;
import io.clientele.infra.compute.ServiceDependencies;
import io.clientele.infra.config.EnvironmentPlan;
import io.clientele.infra.data.PostgresDatabase;
import io.clientele.infra.data.ValkeyCache;
import io.clientele.infra.edge.Ingress;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.MonitoredResources;
import io.clientele.infra.observability.Observability;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Pulumi stack of one environment: creates all components and exports their outputs. */
final class ClienteleStack {
  private final Map<String, Output<String>> outputs = new LinkedHashMap<>();

  /**
   * The two tokens that are configured. AWS receives both unchanged.
   *
   * @param cacheToken the token with which the service authenticates to the cache
   * @param originToken the token that CloudFront sends to the load balancer
   */
  record Tokens(Output<String> cacheToken, Output<String> originToken) {}

  ClienteleStack(EnvironmentPlan environment, Tokens tokens) {
    var context = DeploymentContext.of(environment);
    var observability = new Observability(context);
    var logs = observability.logs();
    var network = new VpcNetwork(context, logs);
    var database = new PostgresDatabase(context, network, logs);
    var cache = new ValkeyCache(context, network, database, logs, tokens.cacheToken());
    var ingress = new Ingress(context, network, logs, tokens.originToken());
    var cluster =
        new EcsCluster(
            context,
            new ServiceDependencies(network, database, cache, ingress, observability.prometheus()),
            logs);
    observability.monitor(
        new MonitoredResources(
            cluster.metricDimensions(),
            ingress.balancer().metricDimensions(),
            database.metricDimensions(),
            cache.nodeIds()));
    var pipeline = new PipelineRole(context, cluster.images().arns(), ingress.site());
    outputs.put("url", Output.of("https://" + environment.settings().domain()));
    outputs.put("serviceRepository", cluster.images().url());
    outputs.put("collectorRepository", cluster.images().collectorUrl());
    outputs.put("dashboardBucket", ingress.site().bucket());
    outputs.put("distribution", ingress.site().distributionId());
    outputs.put("pipelineRole", pipeline.role());
    cluster.serviceTask().ifPresent(task -> outputs.put("serviceTask", task));
  }

  /** The values that operators and the release pipeline read from the stack. */
  Map<String, Output<String>> outputs() {
    return outputs;
  }
}
