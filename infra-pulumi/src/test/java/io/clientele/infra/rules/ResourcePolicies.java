package io.clientele.infra.rules;

import com.google.gson.JsonObject;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rule for policies of keys, buckets and topics: which services they allow, and on what
 * condition.
 */
final class ResourcePolicies {
  /** The resources with a policy, and the prefix of the actions that it may allow. */
  private static final Map<String, String> KINDS =
      Map.of(
          "kms/key:Key", "kms",
          "s3/bucketPolicy:BucketPolicy", "s3",
          "sns/topicPolicy:TopicPolicy", "sns");

  /** The condition keys that bind a statement to this account or to one resource. */
  private static final List<String> BINDING =
      List.of("aws:SourceAccount", "AWS:SourceArn", "kms:EncryptionContext:aws:logs:arn");

  private ResourcePolicies() {}

  static StackRule rule() {
    return StackRule.whole(
        BaselineRules.PREFIX + "resource-policies",
        "policies of resources allow AWS services of this account only, and single actions",
        ResourcePolicies::offenders,
        graph ->
            graph.edit(
                "s3/bucketPolicy:BucketPolicy",
                "dashboard",
                node ->
                    node.with(
                        "policy",
                        node.text("policy")
                            .replace("{\"Service\":\"cloudfront.amazonaws.com\"}", "\"*\""))));
  }

  private static Stream<String> offenders(ResourceGraph graph) {
    return KINDS.entrySet().stream()
        .flatMap(
            kind ->
                graph
                    .all(kind.getKey())
                    .filter(node -> !node.name().endsWith("-other"))
                    .filter(node -> !isNarrow(node, kind.getValue()))
                    .map(ResourceNode::name));
  }

  private static boolean isNarrow(ResourceNode node, String prefix) {
    return BaselineRules.statements(node, "policy")
            .allMatch(
                each ->
                    each.get("Effect").getAsString().equals("Deny")
                        || isOwner(each)
                        || isNarrow(each, prefix))
        && (!prefix.equals("s3")
            || BaselineRules.statements(node, "policy")
                .anyMatch(ResourcePolicies::deniesPlainHttp));
  }

  private static boolean deniesPlainHttp(JsonObject statement) {
    return statement.get("Effect").getAsString().equals("Deny")
        && statement.get("Principal").toString().equals("\"*\"")
        && statement.get("Action").toString().equals("[\"s3:*\"]");
  }

  /** The statement of a key that lets the account's own roles decide. */
  private static boolean isOwner(JsonObject statement) {
    return statement.get("Principal").toString().matches("\\{\"AWS\":\"arn:aws:iam::\\d+:root\"}")
        && statement.get("Action").toString().equals("[\"kms:*\"]");
  }

  private static boolean isNarrow(JsonObject statement, String prefix) {
    var condition = String.valueOf(statement.get("Condition"));
    return statement.get("Principal").toString().matches("\\{\"Service\":\"[a-z0-9.-]+\"}")
        && BINDING.stream().anyMatch(condition::contains)
        && BaselineRules.strings(statement.get("Action"))
            .allMatch(action -> action.matches(prefix + ":[A-Z]\\w+"))
        && (prefix.equals("kms") || !statement.get("Resource").toString().equals("\"*\""));
  }
}
