package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The balancer, and the firewalls before it and before CloudFront. */
final class LoadBalancerRules {
  static final String BALANCER = "lb/loadBalancer:LoadBalancer";
  private static final String LISTENER = "lb/listener:Listener";
  private static final String LISTENER_RULE = "lb/listenerRule:ListenerRule";
  private static final String TARGETS = "lb/targetGroup:TargetGroup";
  private static final String FIREWALL = "wafv2/webAcl:WebAcl";
  private static final String ASSOCIATION = "wafv2/webAclAssociation:WebAclAssociation";
  private static final String FIREWALL_LOG =
      "wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

  /** More than the service takes at most: SettingsTest knows how long that is. */
  private static final int STOP_SECONDS = 60;

  private LoadBalancerRules() {}

  static List<StackRule> all() {
    return Stream.of(balancer(), targets(), firewalls()).flatMap(List::stream).toList();
  }

  private static List<StackRule> balancer() {
    return List.of(
        StackRule.each(
            "ELB.1",
            "nothing is answered without TLS",
            LISTENER,
            node -> node.text("protocol").equals("HTTPS"),
            graph -> graph.set(LISTENER, "https", "protocol", "HTTP")),
        StackRule.each(
            "CKV_AWS_103",
            "TLS is 1.2 or newer, and 1.3 for who can",
            LISTENER,
            node -> node.text("sslPolicy").startsWith("ELBSecurityPolicy-TLS13-1-2"),
            graph -> graph.set(LISTENER, "https", "sslPolicy", "ELBSecurityPolicy-2016-08")),
        StackRule.each(
            "ELB.4",
            "headers that are none are dropped",
            BALANCER,
            node -> node.is("dropInvalidHeaderFields"),
            graph -> graph.set(BALANCER, "balancer", "dropInvalidHeaderFields", false)),
        StackRule.each(
            "ELB.5",
            "requests are logged",
            BALANCER,
            node -> node.is("accessLogs.enabled"),
            LoadBalancerRules::withAnotherThatLogsNothing),
        StackRule.each(
            "ELB.6",
            "it cannot be deleted by mistake",
            BALANCER,
            node -> node.is("enableDeletionProtection"),
            graph -> graph.set(BALANCER, "balancer", "enableDeletionProtection", false)),
        StackRule.each(
            "ELB.12",
            "requests that are read in two ways are refused",
            BALANCER,
            node -> node.text("desyncMitigationMode").matches("defensive|strictest"),
            graph -> graph.set(BALANCER, "balancer", "desyncMitigationMode", "monitor")),
        StackRule.each(
            "OURS.caller",
            "the caller's address is the one that CloudFront saw",
            BALANCER,
            node -> node.text("xffHeaderProcessingMode").equals("preserve"),
            graph -> graph.set(BALANCER, "balancer", "xffHeaderProcessingMode", "append")),
        StackRule.each(
            "OURS.our-cloudfront",
            "only our own CloudFront knows the word",
            LISTENER_RULE,
            node -> node.text("conditions.0.httpHeader.httpHeaderName").equals("X-Origin-Token"),
            graph ->
                graph.set(
                    LISTENER_RULE,
                    "from-cloudfront",
                    "conditions.0.httpHeader.httpHeaderName",
                    "Host")),
        StackRule.each(
            "OURS.refused",
            "who does not know it gets nothing",
            LISTENER,
            node -> node.text("defaultActions.0.fixedResponse.statusCode").equals("403"),
            graph ->
                graph.set(LISTENER, "https", "defaultActions.0.fixedResponse.statusCode", "200")));
  }

  private static List<StackRule> targets() {
    return List.of(
        StackRule.each(
            "CKV_AWS_261",
            "a task's health is asked for",
            TARGETS,
            node ->
                node.is("healthCheck.enabled")
                    && node.text("healthCheck.path").startsWith("/health/"),
            graph -> graph.set(TARGETS, "service", "healthCheck.path", "/")),
        StackRule.each(
            "OURS.health",
            "every 30 s, for 5 s; well after 2, ill after 3",
            TARGETS,
            node ->
                node.number("healthCheck.interval") == 30
                    && node.number("healthCheck.timeout") == 5
                    && node.number("healthCheck.healthyThreshold") == 2
                    && node.number("healthCheck.unhealthyThreshold") == 3,
            graph -> graph.set(TARGETS, "service", "healthCheck.unhealthyThreshold", 10.0)),
        StackRule.each(
            "OURS.drain",
            "a task that goes has 30 s for what it began",
            TARGETS,
            node -> node.number("deregistrationDelay") == 30,
            graph -> graph.set(TARGETS, "service", "deregistrationDelay", 0.0)),
        TaskContainers.each(
            "OURS.stop",
            "a task that is told to stop is not killed while it may still stop by itself",
            container ->
                !container.has("stopTimeout")
                    || container.get("stopTimeout").getAsInt() >= STOP_SECONDS,
            container -> container.addProperty("stopTimeout", 10)));
  }

  private static List<StackRule> firewalls() {
    return List.of(
        StackRule.eachIn(
            "ELB.16",
            "a firewall stands before the balancer",
            BALANCER,
            (graph, node) ->
                graph
                    .all(ASSOCIATION)
                    .anyMatch(each -> each.text("resourceArn").endsWith(":" + node.name())),
            graph -> graph.without(ASSOCIATION, "back")),
        StackRule.each(
            "WAF.10",
            "a firewall has rules",
            FIREWALL,
            node -> !node.list("rules").isEmpty(),
            graph -> graph.plus(NetworkRules.node(FIREWALL, "empty", Map.of("rules", List.of())))),
        StackRule.eachIn(
            "WAF.11",
            "a firewall logs what it saw",
            FIREWALL,
            (graph, node) ->
                node.list("rules").isEmpty()
                    || graph
                        .all(FIREWALL_LOG)
                        .anyMatch(each -> each.text("resourceArn").endsWith(":" + node.name())),
            graph -> graph.without(FIREWALL_LOG, "back")),
        StackRule.each(
            "CKV_AWS_192",
            "a firewall knows the requests that are known to be bad",
            FIREWALL,
            node ->
                node.list("rules").isEmpty()
                    || node.text("rules").contains("{name=AWSManagedRulesKnownBadInputsRuleSet"),
            graph ->
                graph.set(
                    FIREWALL,
                    "back",
                    "rules.1.statement.managedRuleGroupStatement.name",
                    "AWSManagedRulesUnixRuleSet")),
        StackRule.whole(
            "OURS.rate",
            "one address may ask so much, and is told apart where it is known",
            graph ->
                graph
                    .all(FIREWALL)
                    .filter(node -> node.text("scope").equals("CLOUDFRONT"))
                    .filter(node -> !node.text("rules").contains("rateBasedStatement"))
                    .map(node -> node.name()),
            LoadBalancerRules::withoutRate));
  }

  /** Only the balancer before the service is exempt. */
  private static ResourceGraph withAnotherThatLogsNothing(ResourceGraph graph) {
    var balancer = graph.only(BALANCER);
    var name = balancer.name() + "-other";
    return graph
        .plus(NetworkRules.node(BALANCER, "balancer-other", balancer.inputs()))
        .plus(NetworkRules.node(ASSOCIATION, "other", Map.of("resourceArn", "arn:x:" + name)));
  }

  private static ResourceGraph withoutRate(ResourceGraph graph) {
    return graph.edit(
        FIREWALL, "front", node -> node.with("rules", node.list("rules").subList(0, 4)));
  }
}
