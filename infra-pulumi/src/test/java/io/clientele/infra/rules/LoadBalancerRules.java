package io.clientele.infra.rules;

import static java.util.Comparator.comparingDouble;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for the load balancer. {@link FirewallRules} are those for the web ACLs. */
final class LoadBalancerRules {
  static final String BALANCER = "lb/loadBalancer:LoadBalancer";
  private static final String LISTENER = "lb/listener:Listener";
  private static final String LISTENER_RULE = "lb/listenerRule:ListenerRule";
  private static final String TARGETS = "lb/targetGroup:TargetGroup";
  private static final String ASSOCIATION = "wafv2/webAclAssociation:WebAclAssociation";

  /** Longer than the service's longest shutdown; {@code ServiceEnvironmentTest} checks that. */
  private static final int STOP_SECONDS = 60;

  private LoadBalancerRules() {}

  static List<StackRule> all() {
    return Stream.of(balancer(), targets(), firewalls()).flatMap(List::stream).toList();
  }

  private static List<StackRule> balancer() {
    return List.of(
        StackRule.each(
            "ELB.1",
            "the listener uses TLS",
            LISTENER,
            node -> node.text("protocol").equals("HTTPS"),
            graph -> graph.set(LISTENER, "https", "protocol", "HTTP")),
        StackRule.each(
            "CKV_AWS_103",
            "TLS is 1.2 or 1.3",
            LISTENER,
            node -> node.text("sslPolicy").startsWith("ELBSecurityPolicy-TLS13-1-2"),
            graph -> graph.set(LISTENER, "https", "sslPolicy", "ELBSecurityPolicy-2016-08")),
        StackRule.each(
            "ELB.4",
            "invalid headers are dropped",
            BALANCER,
            node -> node.is("dropInvalidHeaderFields"),
            graph -> graph.set(BALANCER, "balancer", "dropInvalidHeaderFields", false)),
        StackRule.each(
            "ELB.5",
            "requests are logged",
            BALANCER,
            node -> node.is("accessLogs.enabled"),
            LoadBalancerRules::withSecondBalancerWithoutLogs),
        StackRule.each(
            "ELB.6",
            "deletion protection is on",
            BALANCER,
            node -> node.is("enableDeletionProtection"),
            graph -> graph.set(BALANCER, "balancer", "enableDeletionProtection", false)),
        StackRule.each(
            "ELB.12",
            "ambiguous requests are rejected",
            BALANCER,
            node -> node.text("desyncMitigationMode").matches("defensive|strictest"),
            graph -> graph.set(BALANCER, "balancer", "desyncMitigationMode", "monitor")),
        StackRule.each(
            "CLIENTELE.forwarded-for",
            "the load balancer keeps CloudFront's X-Forwarded-For",
            BALANCER,
            node -> node.text("xffHeaderProcessingMode").equals("preserve"),
            graph -> graph.set(BALANCER, "balancer", "xffHeaderProcessingMode", "append")),
        StackRule.each(
            "CLIENTELE.origin-token",
            "requests without this distribution's token are not forwarded",
            LISTENER_RULE,
            node -> node.text("conditions.0.httpHeader.httpHeaderName").equals("X-Origin-Token"),
            graph ->
                graph.set(
                    LISTENER_RULE,
                    "from-cloudfront",
                    "conditions.0.httpHeader.httpHeaderName",
                    "Host")),
        StackRule.whole(
            "CLIENTELE.two-fronts",
            "requests of the store, and no others, are forwarded to the tasks' port of the store",
            graph -> Stream.of("store").filter(any -> !forwardsTheStore(graph)),
            graph -> graph.set(LISTENER_RULE, "store-from-cloudfront", "priority", 30.0)),
        StackRule.each(
            "CLIENTELE.default-403",
            "other requests get 403",
            LISTENER,
            node -> node.text("defaultActions.0.fixedResponse.statusCode").equals("403"),
            graph ->
                graph.set(LISTENER, "https", "defaultActions.0.fixedResponse.statusCode", "200")));
  }

  private static List<StackRule> targets() {
    return List.of(
        StackRule.each(
            "CKV_AWS_261",
            "the target group checks the tasks' health",
            TARGETS,
            node ->
                node.is("healthCheck.enabled")
                    && node.text("healthCheck.path").startsWith("/health/"),
            graph -> graph.set(TARGETS, "service", "healthCheck.path", "/")),
        StackRule.each(
            "CLIENTELE.health-check",
            "health check: interval 30 s, timeout 5 s, healthy after 2, unhealthy after 3",
            TARGETS,
            node ->
                node.number("healthCheck.interval") == 30
                    && node.number("healthCheck.timeout") == 5
                    && node.number("healthCheck.healthyThreshold") == 2
                    && node.number("healthCheck.unhealthyThreshold") == 3,
            graph -> graph.set(TARGETS, "service", "healthCheck.unhealthyThreshold", 10.0)),
        StackRule.each(
            "CLIENTELE.deregistration",
            "a deregistered task has 30 s to finish its requests",
            TARGETS,
            node -> node.number("deregistrationDelay") == 30,
            graph -> graph.set(TARGETS, "service", "deregistrationDelay", 0.0)),
        TaskContainers.each(
            "CLIENTELE.stop-timeout",
            "the stop timeout exceeds the service's shutdown time",
            container ->
                !container.has("stopTimeout")
                    || container.get("stopTimeout").getAsInt() >= STOP_SECONDS,
            container -> container.addProperty("stopTimeout", 10)));
  }

  private static boolean forwardsTheStore(ResourceGraph graph) {
    var rules = graph.all(LISTENER_RULE).sorted(comparingDouble(each -> each.number("priority")));
    var inOrder = rules.toList();
    return inOrder.size() == 2
        && inOrder.get(0).text("conditions.1.pathPattern.values").equals("[/store/*]")
        && inOrder.get(0).text("actions.0.targetGroupArn").endsWith("-store")
        && inOrder.get(1).text("actions.0.targetGroupArn").endsWith("-service")
        && graph.all(TARGETS).allMatch(LoadBalancerRules::hasThePortOfItsFront);
  }

  private static boolean hasThePortOfItsFront(ResourceNode targets) {
    return targets.number("port") == (targets.name().endsWith("-store") ? 8082 : 8080);
  }

  private static List<StackRule> firewalls() {
    return List.of(
        StackRule.eachIn(
            "ELB.16",
            "the load balancer has a web ACL",
            BALANCER,
            (graph, node) ->
                graph
                    .all(ASSOCIATION)
                    .anyMatch(each -> each.text("resourceArn").endsWith(":" + node.name())),
            graph -> graph.without(ASSOCIATION, "back")));
  }

  /** The exemption covers only the load balancer in front of the service. */
  private static ResourceGraph withSecondBalancerWithoutLogs(ResourceGraph graph) {
    var balancer = graph.only(BALANCER);
    var name = balancer.name() + "-other";
    return graph
        .plus(NetworkRules.node(BALANCER, "balancer-other", balancer.inputs()))
        .plus(NetworkRules.node(ASSOCIATION, "other", Map.of("resourceArn", "arn:x:" + name)));
  }
}
