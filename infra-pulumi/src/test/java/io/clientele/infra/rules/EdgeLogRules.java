package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules that keep query strings, cookies and credentials out of the edge's logs, because a query
 * string such as {@code ?email=} is personal data.
 */
final class EdgeLogRules {
  private static final String SITE = "cloudfront/distribution:Distribution";
  private static final String DELIVERY = "cloudwatch/logDelivery:LogDelivery";
  private static final String FIREWALL = "wafv2/webAcl:WebAcl";
  private static final String FIREWALL_LOG =
      "wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "cookie", "referer", "x-origin-token");
  private static final Set<String> PERSONAL_FIELDS =
      Set.of("cs-uri-query", "cs(Cookie)", "cs(Referer)");

  /** The AWS-managed cache policy that forwards no query string, header or cookie. */
  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

  private EdgeLogRules() {}

  static List<StackRule> all() {
    return Stream.of(site(), firewalls(), balancer()).flatMap(List::stream).toList();
  }

  private static List<StackRule> site() {
    return List.of(
        StackRule.each(
            "CLIENTELE.access-log-fields",
            "CloudFront logs neither query strings nor cookies nor referrers",
            DELIVERY,
            node -> isWithout(node.texts("recordFields")),
            graph -> graph.set(DELIVERY, "access", "recordFields", List.of())),
        StackRule.each(
            "CLIENTELE.no-other-access-log",
            "CloudFront writes neither legacy nor real-time logs",
            SITE,
            node ->
                node.at("loggingConfig").isEmpty()
                    && !String.valueOf(node.inputs()).contains("realtimeLogConfigArn"),
            graph -> graph.set(SITE, "site", "loggingConfig", Map.of("bucket", "logs.s3.example"))),
        StackRule.each(
            "CLIENTELE.files-without-query",
            "CloudFront forwards no query string to the dashboard's bucket, which logs requests",
            SITE,
            node ->
                node.text("defaultCacheBehavior.cachePolicyId").equals(CACHING_OPTIMIZED)
                    && node.at("defaultCacheBehavior.originRequestPolicyId").isEmpty(),
            graph ->
                graph.set(
                    SITE,
                    "site",
                    "defaultCacheBehavior.originRequestPolicyId",
                    "216adef6-5c7f-47e4-b989-5492eafa07d3")),
        StackRule.whole(
            "CLIENTELE.no-other-edge",
            "there is no API Gateway, whose logs would need rules of their own",
            graph ->
                graph.nodes().stream()
                    .filter(node -> node.type().matches("aws:apigateway.*"))
                    .map(ResourceNode::name),
            graph -> graph.plus(NetworkRules.node("apigatewayv2/stage:Stage", "stage", Map.of()))));
  }

  private static boolean isWithout(List<String> fields) {
    return !fields.isEmpty() && fields.stream().noneMatch(PERSONAL_FIELDS::contains);
  }

  private static List<StackRule> firewalls() {
    return List.of(
        StackRule.each(
            "CLIENTELE.firewall-log-query",
            "web ACLs log no query string",
            FIREWALL_LOG,
            node -> redacted(node, "queryString").count() == 1,
            graph -> withoutRedacted(graph, "queryString")),
        StackRule.each(
            "CLIENTELE.firewall-log-headers",
            "web ACLs log no credentials",
            FIREWALL_LOG,
            node -> headers(node).containsAll(SECRET_HEADERS),
            graph -> withoutRedacted(graph, "singleHeader")),
        StackRule.each(
            "CLIENTELE.firewall-matched-data",
            "web ACLs quote no query string, credential or body in matched data",
            FIREWALL,
            node -> node.list("rules").isEmpty() || isProtected(node),
            graph -> graph.set(FIREWALL, "front", "dataProtectionConfig", null)),
        StackRule.each(
            "CLIENTELE.firewall-samples",
            "web ACLs keep no sampled requests",
            FIREWALL,
            node -> !String.valueOf(node.inputs()).contains("sampledRequestsEnabled=true"),
            graph -> graph.set(FIREWALL, "back", "visibilityConfig.sampledRequestsEnabled", true)));
  }

  private static Stream<Map<?, ?>> redacted(ResourceNode node, String kind) {
    return node.list("redactedFields").stream()
        .<Map<?, ?>>map(each -> (Map<?, ?>) each)
        .filter(each -> each.containsKey(kind));
  }

  private static Set<String> headers(ResourceNode node) {
    return redacted(node, "singleHeader")
        .map(each -> String.valueOf(((Map<?, ?>) each.get("singleHeader")).get("name")))
        .collect(Collectors.toSet());
  }

  private static boolean isProtected(ResourceNode node) {
    var fields = node.text("dataProtectionConfig");
    return Stream.of("QUERY_STRING", "BODY").allMatch(type -> fields.contains("fieldType=" + type))
        && SECRET_HEADERS.stream().allMatch(fields::contains)
        && !fields.contains("excludeRuleMatchDetails=true");
  }

  private static ResourceGraph withoutRedacted(ResourceGraph graph, String kind) {
    return graph.edit(
        FIREWALL_LOG,
        "front",
        node ->
            node.with(
                "redactedFields",
                node.list("redactedFields").stream()
                    .filter(each -> !((Map<?, ?>) each).containsKey(kind))
                    .toList()));
  }

  private static List<StackRule> balancer() {
    return List.of(
        StackRule.each(
            "CLIENTELE.balancer-log",
            "the load balancer writes no access log, which would contain query strings",
            LoadBalancerRules.BALANCER,
            node -> !node.is("accessLogs.enabled"),
            graph -> graph.set(LoadBalancerRules.BALANCER, "balancer", "accessLogs.enabled", true)),
        StackRule.each(
            "CLIENTELE.balancer-connections",
            "the load balancer logs connections",
            LoadBalancerRules.BALANCER,
            node -> node.is("connectionLogs.enabled"),
            graph ->
                graph.set(
                    LoadBalancerRules.BALANCER, "balancer", "connectionLogs.enabled", false)));
  }
}
