package io.clientele.infra.rules;

import com.google.gson.JsonParser;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules for the web ACLs. */
final class FirewallRules {
  private static final String FIREWALL = "wafv2/webAcl:WebAcl";
  private static final String FIREWALL_LOG =
      "wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

  /** The managed groups that inspect names, passwords and bodies, which may look like attacks. */
  private static final List<String> CONTENT_GROUPS =
      List.of(
          "AWSManagedRulesKnownBadInputsRuleSet",
          "AWSManagedRulesCommonRuleSet",
          "AWSManagedRulesSQLiRuleSet");

  private static final double RATE_MAX = 100_000;

  private FirewallRules() {}

  static List<StackRule> all() {
    return Stream.of(managed(), own()).flatMap(List::stream).toList();
  }

  private static List<StackRule> managed() {
    return List.of(
        StackRule.each(
            "WAF.10",
            "a web ACL has rules",
            FIREWALL,
            node -> !node.list("rules").isEmpty(),
            graph -> graph.plus(NetworkRules.node(FIREWALL, "empty", Map.of("rules", List.of())))),
        StackRule.eachIn(
            "WAF.11",
            "a web ACL logs requests",
            FIREWALL,
            (graph, node) ->
                node.list("rules").isEmpty()
                    || graph
                        .all(FIREWALL_LOG)
                        .anyMatch(each -> each.text("resourceArn").endsWith(":" + node.name())),
            graph -> graph.without(FIREWALL_LOG, "back")),
        StackRule.each(
            "CKV_AWS_192",
            "a web ACL uses the managed rules for known bad inputs",
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
        StackRule.each(
            "CLIENTELE.managed-groups",
            "a web ACL uses all managed groups; a listed address is blocked everywhere",
            FIREWALL,
            node ->
                isEmpty(node)
                    || (node.text("rules.0.overrideAction").equals("{none={}}")
                        && groups(node).containsAll(CONTENT_GROUPS.subList(1, 3))
                        && groups(node).contains("AWSManagedRulesAmazonIpReputationList")),
            graph ->
                graph.set(FIREWALL, "front", "rules.0.overrideAction", Map.of("count", Map.of()))),
        StackRule.each(
            "CLIENTELE.content-labelled",
            "groups that inspect content block nothing themselves: imports may contain HTML",
            FIREWALL,
            node ->
                rules(node)
                    .filter(each -> CONTENT_GROUPS.contains(group(node, each)))
                    .allMatch(each -> node.text(each + "overrideAction").equals("{count={}}")),
            graph ->
                graph.set(FIREWALL, "front", "rules.2.overrideAction", Map.of("none", Map.of()))));
  }

  private static List<StackRule> own() {
    return List.of(
        StackRule.each(
            "CLIENTELE.blocked-outside-the-api",
            "requests that managed rules label are blocked, except those to /v1/* and /store/v1/*",
            FIREWALL,
            node -> isEmpty(node) || rules(node).anyMatch(each -> blocksOutsideTheApi(node, each)),
            graph ->
                graph.set(
                    FIREWALL,
                    "back",
                    "rules.4.statement.andStatement.statements.1.notStatement.statements.0"
                        + ".byteMatchStatement.searchString",
                    "/")),
        StackRule.whole(
            "CLIENTELE.rate-limit",
            "CloudFront's web ACL limits the rate of an address",
            graph ->
                graph
                    .all(FIREWALL)
                    .filter(node -> node.text("scope").equals("CLOUDFRONT"))
                    .filter(node -> rules(node).noneMatch(each -> limitsRate(node, each)))
                    .map(ResourceNode::name),
            FirewallRules::withoutRate),
        StackRule.whole(
            "CLIENTELE.store-rate",
            "CloudFront's web ACL limits the rate of an address at the store more strictly",
            graph ->
                graph
                    .all(FIREWALL)
                    .filter(node -> node.text("scope").equals("CLOUDFRONT"))
                    .filter(node -> rules(node).noneMatch(each -> limitsStoreRate(node, each)))
                    .map(ResourceNode::name),
            graph ->
                graph.set(
                    FIREWALL,
                    "front",
                    "rules.6.statement.rateBasedStatement.scopeDownStatement.byteMatchStatement"
                        + ".searchString",
                    "/v1/")),
        StackRule.each(
            "CLIENTELE.rate-429",
            "a request over the rate is answered 429 with Retry-After",
            FIREWALL,
            node -> rateRules(node).allMatch(each -> answers429(node, each)),
            graph ->
                graph.set(
                    FIREWALL, "front", "rules.5.action.block.customResponse.responseCode", 403.0)),
        StackRule.each(
            "CLIENTELE.blocked-problem",
            "a blocked request is answered with a problem in JSON",
            FIREWALL,
            node -> rules(node).allMatch(each -> answersProblem(node, each)),
            graph ->
                graph.set(FIREWALL, "back", "customResponseBodies.0.content", "<html></html>")),
        StackRule.each(
            "CLIENTELE.firewall-metrics",
            "web ACLs and their rules have metrics",
            FIREWALL,
            node -> !String.valueOf(node.inputs()).contains("cloudwatchMetricsEnabled=false"),
            graph ->
                graph.set(FIREWALL, "back", "visibilityConfig.cloudwatchMetricsEnabled", false)));
  }

  private static boolean isEmpty(ResourceNode node) {
    return node.list("rules").isEmpty();
  }

  /** The path of each rule, with a dot at its end. */
  private static Stream<String> rules(ResourceNode node) {
    return IntStream.range(0, node.list("rules").size()).mapToObj(i -> "rules." + i + ".");
  }

  private static String group(ResourceNode node, String rule) {
    return node.text(rule + "statement.managedRuleGroupStatement.name");
  }

  private static List<String> groups(ResourceNode node) {
    return rules(node).map(each -> group(node, each)).toList();
  }

  private static boolean blocksOutsideTheApi(ResourceNode node, String rule) {
    var both = rule + "statement.andStatement.statements.";
    return node.at(rule + "action.block").isPresent()
        && node.text(both + "0.labelMatchStatement.key").equals("awswaf:managed:aws:")
        && node.text(both + "0.labelMatchStatement.scope").equals("NAMESPACE")
        && startsWith(node, both + "1.notStatement.statements.0.", "/v1/")
        && startsWith(node, both + "2.notStatement.statements.0.", "/store/v1/");
  }

  private static boolean startsWith(ResourceNode node, String statement, String start) {
    var path = statement + "byteMatchStatement.";
    return node.text(path + "searchString").equals(start)
        && node.text(path + "positionalConstraint").equals("STARTS_WITH")
        && node.text(path + "fieldToMatch").equals("{uriPath={}}");
  }

  private static Stream<String> rateRules(ResourceNode node) {
    return rules(node).filter(each -> node.at(each + "statement.rateBasedStatement").isPresent());
  }

  private static boolean limitsRate(ResourceNode node, String rule) {
    var limit = node.number(rule + "statement.rateBasedStatement.limit");
    return limit >= 100
        && limit <= RATE_MAX
        && node.text(rule + "statement.rateBasedStatement.aggregateKeyType").equals("IP")
        && node.at(rule + "statement.rateBasedStatement.scopeDownStatement").isEmpty()
        && node.at(rule + "action.block").isPresent();
  }

  private static boolean limitsStoreRate(ResourceNode node, String rule) {
    var rate = rule + "statement.rateBasedStatement.";
    return node.at(rate + "limit").isPresent()
        && node.number(rate + "limit") >= 100
        && node.number(rate + "limit") <= RATE_MAX / 2.0
        && node.text(rate + "aggregateKeyType").equals("IP")
        && startsWith(node, rate + "scopeDownStatement.", "/store/")
        && node.at(rule + "action.block").isPresent();
  }

  private static boolean answers429(ResourceNode node, String rule) {
    var response = rule + "action.block.customResponse.";
    return node.number(rule + "statement.rateBasedStatement.evaluationWindowSec") == 300
        && node.text(response + "responseCode").equals("429")
        && node.text(response + "customResponseBodyKey").equals("rate-limited")
        && node.text(response + "responseHeaders.0").equals("{name=Retry-After, value=300}");
  }

  private static boolean answersProblem(ResourceNode node, String rule) {
    if (node.at(rule + "action.block").isEmpty()) {
      return true;
    }
    var key = node.text(rule + "action.block.customResponse.customResponseBodyKey");
    return IntStream.range(0, node.list("customResponseBodies").size())
        .mapToObj(i -> "customResponseBodies." + i + ".")
        .anyMatch(
            each ->
                node.text(each + "key").equals(key)
                    && node.text(each + "contentType").equals("APPLICATION_JSON")
                    && isProblem(node.text(each + "content")));
  }

  private static boolean isProblem(String content) {
    return content.startsWith("{")
        && JsonParser.parseString(content)
            .getAsJsonObject()
            .keySet()
            .containsAll(List.of("type", "title", "status", "detail"));
  }

  private static ResourceGraph withoutRate(ResourceGraph graph) {
    return graph.edit(
        FIREWALL, "front", node -> node.with("rules", withoutRate(node.list("rules"))));
  }

  /** All rules but the one that limits the rate of an address over all paths. */
  private static List<Object> withoutRate(List<?> rules) {
    return IntStream.range(0, rules.size())
        .filter(i -> i != 5)
        .<Object>mapToObj(rules::get)
        .toList();
  }
}
