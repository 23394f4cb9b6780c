package io.clientele.infra;

import com.pulumi.core.Output;
import io.clientele.infra.config.Environment;
import java.util.LinkedHashMap;
import java.util.Map;

/** One environment, all of it. */
final class Clientele {
  private final Map<String, Output<String>> outputs = new LinkedHashMap<>();

  /**
   * What only a person or a vault knows. Both are told to AWS as they are.
   *
   * @param cacheToken that tasks say to the cache
   * @param originToken that CloudFront says to the balancer
   */
  record Tokens(Output<String> cacheToken, Output<String> originToken) {}

  Clientele(Environment environment, Tokens tokens) {
    var context = Ground.of(environment);
    var watch = new Observability(context);
    var logs = watch.logs();
    var network = new Network(context, logs);
    var data = new Data(context, network, logs);
    var cache = new Cache(context, network, data, logs, tokens.cacheToken());
    var edge = new Edge(context, network, logs, tokens.originToken());
    var compute = new Compute(context, new ServiceDependencies(network, data, cache, edge), logs);
    watch.watch(
        new Watched(
            compute.metricDimensions(),
            edge.balancer().metricDimensions(),
            data.metricDimensions(),
            cache.nodeIds()));
    var delivery = new Delivery(context, compute.images().arns(), edge.site());
    outputs.put("url", Output.of("https://" + environment.particulars().domain()));
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
