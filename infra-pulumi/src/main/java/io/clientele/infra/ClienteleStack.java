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

/** One environment, all of it. */
final class ClienteleStack {
  private final Map<String, Output<String>> outputs = new LinkedHashMap<>();

  /**
   * What only a person or a vault knows. Both are told to AWS as they are.
   *
   * @param cacheToken that tasks say to the cache
   * @param originToken that CloudFront says to the balancer
   */
  record Tokens(Output<String> cacheToken, Output<String> originToken) {}

  ClienteleStack(EnvironmentPlan environment, Tokens tokens) {
    var context = DeploymentContext.of(environment);
    var watch = new Observability(context);
    var logs = watch.logs();
    var network = new VpcNetwork(context, logs);
    var database = new PostgresDatabase(context, network, logs);
    var cache = new ValkeyCache(context, network, database, logs, tokens.cacheToken());
    var edge = new Ingress(context, network, logs, tokens.originToken());
    var compute =
        new EcsCluster(context, new ServiceDependencies(network, database, cache, edge), logs);
    watch.watch(
        new MonitoredResources(
            compute.metricDimensions(),
            edge.balancer().metricDimensions(),
            database.metricDimensions(),
            cache.nodeIds()));
    var delivery = new PipelineRole(context, compute.images().arns(), edge.site());
    outputs.put("url", Output.of("https://" + environment.settings().domain()));
    outputs.put("serviceRepository", compute.images().url());
    outputs.put("collectorRepository", compute.images().collectorUrl());
    outputs.put("dashboardBucket", edge.site().bucket());
    outputs.put("distribution", edge.site().distributionId());
    outputs.put("pipelineRole", delivery.role());
  }

  /** What people and pipelines need to know of it. */
  Map<String, Output<String>> outputs() {
    return outputs;
  }
}
