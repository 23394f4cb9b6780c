package io.clientele.infra.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import io.clientele.infra.reviewed.ReviewedAlarm;
import io.clientele.infra.reviewed.ReviewedArgument;
import io.clientele.infra.reviewed.ReviewedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rules that compare a stack with tables of reviewed values. They overlap with the other rules,
 * which say why a value matters; these notice what no other rule asks for.
 */
final class BaselineRules {
  static final String PREFIX = "CLIENTELE.baseline-";
  private static final String ROLE = "iam/role:Role";
  private static final String POLICY = "iam/rolePolicy:RolePolicy";
  private static final String TRUST = "assumeRolePolicy";

  private BaselineRules() {}

  static List<StackRule> all() {
    return List.of(
        StackRule.whole(
            PREFIX + "types",
            "every resource has a reviewed type: no user, access key or attached policy",
            BaselineRules::unreviewedTypes,
            graph ->
                graph.plus(
                    NetworkRules.node(
                        "iam/rolePolicyAttachment:RolePolicyAttachment", "admin", Map.of()))),
        StackRule.whole(
            PREFIX + "arguments",
            "arguments have reviewed values",
            graph ->
                ReviewedArgument.all().stream().flatMap(each -> each.offenders(graph)).distinct(),
            graph ->
                graph.set(
                    "lb/targetGroup:TargetGroup", "service", "healthCheck.matcher", "200-599")),
        StackRule.whole(
            PREFIX + "alarms",
            "each reviewed alarm watches its metric and can start",
            graph ->
                ReviewedAlarm.of(graph).stream()
                    .filter(alarm -> !alarm.isIn(graph))
                    .map(ReviewedAlarm::toString),
            graph -> graph.set("cloudwatch/metricAlarm:MetricAlarm", "prod-cpu", "threshold", 1e9)),
        StackRule.whole(
            PREFIX + "roles",
            "a role is assumed by its service and may do what its row says, and no more",
            BaselineRules::unreviewedRoles,
            graph ->
                graph.edit(
                    POLICY,
                    "service",
                    node ->
                        node.with(
                            "policy",
                            node.text("policy")
                                .replace("\"logs:PutL", "\"iam:CreateUser\",\"logs:PutL")))),
        StackRule.whole(
            PREFIX + "traffic",
            "security groups allow the reviewed connections and no others",
            BaselineRules::unreviewedTraffic,
            graph -> graph.set(NetworkRules.INGRESS, "requests-in", "fromPort", 0.0)),
        StackRule.whole(
            PREFIX + "account",
            "providers refuse any account but the configured one",
            graph ->
                providers(graph)
                    .filter(node -> !node.text("allowedAccountIds").matches("\\[\"\\d{12}\"]"))
                    .map(ResourceNode::name),
            graph ->
                graph.replaced(
                    providers(graph).findFirst().orElseThrow(),
                    providers(graph).findFirst().orElseThrow().with("allowedAccountIds", "[]"))),
        ResourcePolicies.rule());
  }

  private static Stream<ResourceNode> providers(ResourceGraph graph) {
    return graph.nodes().stream().filter(node -> node.type().equals("pulumi:providers:aws"));
  }

  private static Stream<String> unreviewedTypes(ResourceGraph graph) {
    var reviewed = Set.copyOf(ReviewedTable.lines("types.txt"));
    return graph.nodes().stream()
        .filter(node -> node.type().startsWith("aws:") && !reviewed.contains(node.type()))
        .map(ResourceNode::name);
  }

  private static Stream<String> unreviewedRoles(ResourceGraph graph) {
    var reviewed = roles();
    var offenders =
        graph
            .all(ROLE)
            .filter(role -> !description(graph, role).equals(reviewed.get(shortName(role))))
            .map(ResourceNode::name)
            .collect(Collectors.toCollection(TreeSet::new));
    graph
        .all(POLICY)
        .filter(policy -> !reviewed.containsKey(shortName(policy)))
        .map(ResourceNode::name)
        .forEach(offenders::add);
    return offenders.stream();
  }

  private static String shortName(ResourceNode node) {
    return node.name().replaceFirst("clientele-[a-z]+-", "");
  }

  /** Who assumes a role, followed by its actions in alphabetical order. */
  private static String description(ResourceGraph graph, ResourceNode role) {
    var trust = statements(role, TRUST).toList();
    if (trust.size() != 1) {
      return "more than one trust statement";
    }
    var assumes = trust.get(0).get("Action").toString();
    if (!assumes.matches("\\[\"sts:AssumeRole(WithWebIdentity)?\"]")) {
      return assumes;
    }
    var actions = new TreeSet<String>();
    graph
        .all(POLICY)
        .filter(policy -> policy.name().equals(role.name()))
        .flatMap(policy -> statements(policy, "policy"))
        .flatMap(statement -> strings(statement.get("Action")))
        .forEach(actions::add);
    return principal(trust.get(0)) + " " + String.join(" ", actions);
  }

  private static String principal(JsonObject trust) {
    return trust.get("Principal").isJsonObject()
        ? trust.getAsJsonObject("Principal").entrySet().stream()
            .map(each -> each.getValue().getAsString().replaceFirst("clientele-[a-z]+-", ""))
            .collect(Collectors.joining(" "))
        : "anyone";
  }

  private static Map<String, String> roles() {
    var all = new HashMap<String, String>();
    var name = "";
    for (var line : ReviewedTable.lines("roles.txt")) {
      var words = List.of(line.strip().split(" +"));
      if (line.startsWith(" ")) {
        all.merge(name, String.join(" ", words), (before, more) -> before + " " + more);
      } else {
        name = words.get(0);
        all.put(name, words.get(1));
      }
    }
    all.replaceAll((role, words) -> sorted(words));
    return all;
  }

  private static String sorted(String words) {
    var all = List.of(words.split(" "));
    return all.get(0) + " " + String.join(" ", new TreeSet<>(all.subList(1, all.size())));
  }

  static Stream<JsonObject> statements(ResourceNode node, String property) {
    return StreamSupport.stream(
            node.json(property).getAsJsonObject().getAsJsonArray("Statement").spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  static Stream<String> strings(JsonElement element) {
    return element.isJsonArray()
        ? StreamSupport.stream(element.getAsJsonArray().spliterator(), false)
            .map(JsonElement::getAsString)
        : Stream.of(element.getAsString());
  }

  private static Stream<String> unreviewedTraffic(ResourceGraph graph) {
    var found = new TreeSet<String>();
    graph.all(NetworkRules.INGRESS).map(rule -> "ingress " + connection(rule)).forEach(found::add);
    graph.all(NetworkRules.EGRESS).map(rule -> "egress " + connection(rule)).forEach(found::add);
    var reviewed = ReviewedTable.lines("traffic.txt");
    var missing = new TreeSet<>(reviewed);
    missing.removeIf(line -> line.startsWith("?"));
    missing.removeAll(found);
    found.removeAll(reviewed.stream().map(line -> line.replace("? ", "")).toList());
    return Stream.concat(found.stream(), missing.stream());
  }

  private static String connection(ResourceNode rule) {
    var ends =
        Stream.of("referencedSecurityGroupId", "prefixListId", "cidrIpv4", "cidrIpv6")
            .map(rule::text)
            .filter(end -> !end.isEmpty())
            .map(BaselineRules::end)
            .collect(Collectors.joining("+"));
    var from = rule.text("fromPort");
    var port = from.equals(rule.text("toPort")) ? from : from + "-" + rule.text("toPort");
    var protocol = rule.text("ipProtocol").equals("tcp") ? "" : " " + rule.text("ipProtocol");
    return end(rule.text("securityGroupId")) + " " + ends + " " + port + protocol;
  }

  private static String end(String id) {
    return id.replaceFirst("clientele-[a-z]+-", "").replaceFirst("-id$", "");
  }
}
