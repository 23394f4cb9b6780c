package io.clientele.infra.observability;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/**
 * The resources whose metrics alarms and the dashboard read, each by its CloudWatch dimensions.
 *
 * @param service {@code ClusterName} and {@code ServiceName}
 * @param loadBalancer {@code LoadBalancer} and {@code TargetGroup}
 * @param database {@code DBInstanceIdentifier}
 * @param cacheNodes the values of {@code CacheClusterId}
 */
public record MonitoredResources(
    Map<String, Output<String>> service,
    Map<String, Output<String>> loadBalancer,
    Map<String, Output<String>> database,
    List<String> cacheNodes) {
  private static final String LOAD_BALANCER = "LoadBalancer";

  CloudWatchMetric task(String name, String statistic) {
    return new CloudWatchMetric("AWS/ECS", name, statistic, service);
  }

  /** A metric of the load balancer as a whole. */
  CloudWatchMetric requests(String name, String statistic) {
    return new CloudWatchMetric(
        "AWS/ApplicationELB",
        name,
        statistic,
        Map.of(LOAD_BALANCER, loadBalancer.get(LOAD_BALANCER)));
  }

  /** A metric of the tasks behind the load balancer. */
  CloudWatchMetric hosts(String name, String statistic) {
    return new CloudWatchMetric("AWS/ApplicationELB", name, statistic, loadBalancer);
  }

  CloudWatchMetric database(String name, String statistic) {
    return new CloudWatchMetric("AWS/RDS", name, statistic, database);
  }

  CloudWatchMetric cacheNode(String node, String name, String statistic) {
    return new CloudWatchMetric(
        "AWS/ElastiCache", name, statistic, Map.of("CacheClusterId", Output.of(node)));
  }
}
