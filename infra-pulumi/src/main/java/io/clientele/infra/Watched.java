package io.clientele.infra;

import com.pulumi.core.Output;
import io.clientele.infra.config.CachePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What there is to watch. */
record Watched(
    String own,
    Map<String, Output<String>> service,
    Map<String, Output<String>> balancer,
    Map<String, Output<String>> targets,
    Map<String, Output<String>> database,
    List<String> cacheNodes) {

  static Watched of(Compute compute, Edge edge, Data data, Cache cache) {
    var balancer = edge.balancer().suffix();
    return new Watched(
        Collector.namespace(compute.ground().environment().stage()),
        Map.of("ClusterName", compute.clusterName(), "ServiceName", compute.serviceName()),
        Map.of("LoadBalancer", balancer),
        Map.of("LoadBalancer", balancer, "TargetGroup", edge.balancer().targetsSuffix()),
        Map.of("DBInstanceIdentifier", data.identifier()),
        nodes(cache.groupId(), cache.plan()));
  }

  /** ElastiCache numbers shards, and nodes in each. */
  private static List<String> nodes(String group, CachePlan plan) {
    return IntStream.rangeClosed(1, plan.shards())
        .boxed()
        .flatMap(
            shard ->
                IntStream.rangeClosed(1, 1 + plan.replicas())
                    .mapToObj(node -> "%s-%04d-%03d".formatted(group, shard, node)))
        .toList();
  }

  Metric task(String name, String statistic) {
    return new Metric("AWS/ECS", name, statistic, service);
  }

  Metric requests(String name, String statistic) {
    return new Metric("AWS/ApplicationELB", name, statistic, balancer);
  }

  Metric hosts(String name, String statistic) {
    return new Metric("AWS/ApplicationELB", name, statistic, targets);
  }

  Metric database(String name, String statistic) {
    return new Metric("AWS/RDS", name, statistic, database);
  }

  Metric cacheNode(String node, String name, String statistic) {
    return new Metric(
        "AWS/ElastiCache", name, statistic, Map.of("CacheClusterId", Output.of(node)));
  }

  /** What the service tells itself, by the collector beside it. */
  Metric own(String name, String statistic) {
    return new Metric(own, name, statistic, Map.of("service", Output.of(Collector.SERVICE)));
  }
}
