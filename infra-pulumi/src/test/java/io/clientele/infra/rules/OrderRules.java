package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;

/** Rules for the order of resources that no argument implies. */
final class OrderRules {
  private OrderRules() {}

  static List<StackRule> all() {
    return List.of(
        after(
            "CLIENTELE.after-log-policy",
            "a load balancer is created after the policy that lets it write to the log bucket",
            LoadBalancerRules.BALANCER,
            "balancer",
            List.of("clientele-prod-logs")),
        after(
            "CLIENTELE.after-database-logs",
            "a database server is created after its log groups, which RDS would create unencrypted",
            DataRules.DATABASE,
            "data",
            List.of("clientele-prod-postgresql", "clientele-prod-upgrade")),
        after(
            "CLIENTELE.after-proxy-log",
            "the proxy is created after its log group, which RDS would create unencrypted",
            DataRules.PROXY,
            "proxy",
            List.of("clientele-prod-proxy")),
        after(
            "CLIENTELE.after-proxy-target",
            "the migration runs after the proxy is connected to the server",
            "lambda/invocation:Invocation",
            "migrate",
            List.of("clientele-prod-proxy")),
        after(
            "CLIENTELE.after-service",
            "scaling is registered after the service that it names",
            "appautoscaling/target:Target",
            "tasks",
            List.of("clientele-prod-service")),
        after(
            "CLIENTELE.after-permission",
            "a log is subscribed after the permission to call the function, which CloudWatch tries",
            "cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
            "erasures",
            List.of("clientele-prod-erasures")));
  }

  private static StackRule after(
      String id, String text, String type, String end, List<String> prodNames) {
    return StackRule.whole(
        id,
        text,
        graph ->
            graph
                .all(type)
                .filter(node -> node.name().endsWith("-" + end))
                .filter(node -> !isAfter(node, prodNames))
                .map(ResourceNode::name),
        graph -> independent(graph, type, end));
  }

  private static boolean isAfter(ResourceNode node, List<String> prodNames) {
    var stage = node.name().split("-")[1];
    return prodNames.stream()
        .map(name -> name.replace("-prod-", "-" + stage + "-"))
        .allMatch(node.dependsOn()::contains);
  }

  private static ResourceGraph independent(ResourceGraph graph, String type, String end) {
    return graph.edit(type, end, ResourceNode::independent);
  }
}
