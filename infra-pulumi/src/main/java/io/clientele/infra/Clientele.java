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
    var ground = Ground.of(environment);
    var watch = new Observability(ground);
    var network = new Network(ground, watch);
    var data = new Data(ground, network, watch);
    var cache = new Cache(ground, network, data, watch, tokens.cacheToken());
    var edge = new Edge(ground, network, watch, tokens.originToken());
    var compute = new Compute(ground, network, data, cache, edge, watch);
    watch.watch(Watched.of(compute, edge, data, cache));
    var delivery = new Delivery(ground, compute, edge);
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
