package io.clientele.infra.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rules for policies and roles. */
final class IamRules {
  private static final String ROLE = "iam/role:Role";
  private static final String POLICY = "iam/rolePolicy:RolePolicy";

  /** The actions that support no resource ARN. */
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          "ecr:GetAuthorizationToken",
          "logs:DescribeLogGroups",
          "secretsmanager:GetRandomPassword",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "ecs:RegisterTaskDefinition",
          "ecs:DeregisterTaskDefinition",
          "ecs:DescribeTaskDefinition");

  private IamRules() {}

  static List<StackRule> all() {
    return Stream.of(policies(), trust()).flatMap(List::stream).toList();
  }

  private static List<StackRule> policies() {
    return List.of(
        policy(
            "IAM.1",
            "no policy allows all actions",
            statement -> actions(statement).noneMatch("*"::equals),
            "\"*\"",
            "*"),
        policy(
            "IAM.21",
            "no policy allows all actions of a service",
            statement -> actions(statement).noneMatch(action -> action.matches("[a-z0-9-]+:\\*")),
            "\"s3:*\"",
            "arn:aws:s3:::some"),
        policy(
            "KMS.2",
            "no policy allows decryption with all keys",
            statement ->
                !(appliesToAll(statement)
                    && actions(statement).anyMatch(action -> action.startsWith("kms:"))),
            "\"kms:Decrypt\"",
            "*"),
        policy(
            "CLIENTELE.resources",
            "policies name their resources",
            statement ->
                !appliesToAll(statement)
                    || actions(statement)
                        .allMatch(
                            action ->
                                WITHOUT_RESOURCE.contains(action)
                                    || action.equals("*")
                                    || action.startsWith("kms:")),
            "\"s3:GetObject\"",
            "*"),
        policy(
            "CLIENTELE.pass-role",
            "roles are passed to ECS tasks only",
            statement ->
                actions(statement).noneMatch("iam:PassRole"::equals)
                    || statement.toString().contains("ecs-tasks.amazonaws.com"),
            "\"iam:PassRole\"",
            "arn:aws:iam::123456789012:role/some"),
        StackRule.whole(
            "CLIENTELE.migration-names",
            "the pipeline may invoke the migration by its name and by the qualified name",
            graph ->
                Stream.of(graph.one(POLICY, "pipeline"))
                    .filter(
                        node ->
                            !node.text("policy").contains("function:clientele-")
                                || !node.text("policy").contains("-migrate:$LATEST\""))
                    .map(ResourceNode::name),
            graph ->
                graph.edit(
                    POLICY,
                    "pipeline",
                    node ->
                        node.with(
                            "policy", node.text("policy").replaceAll(",\"[^\"]*:.LATEST\"", "")))),
        managed(
            "CLIENTELE.monitoring-role",
            "Enhanced Monitoring may do what AmazonRDSEnhancedMonitoringRole allows",
            "database-monitor",
            "logs:CreateLogGroup",
            "logs:PutRetentionPolicy",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams",
            "logs:GetLogEvents"),
        managed(
            "CLIENTELE.flow-log-role",
            "flow logs may write to their group and find it",
            "flows",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams",
            "logs:DescribeLogGroups"));
  }

  /** A role that an AWS service uses as its documentation describes. */
  private static StackRule managed(String id, String text, String role, String... actions) {
    return StackRule.whole(
        id,
        text,
        graph ->
            graph
                .all(POLICY)
                .filter(node -> node.name().endsWith("-" + role))
                .filter(
                    node ->
                        !statements(node)
                            .flatMap(IamRules::actions)
                            .collect(Collectors.toSet())
                            .containsAll(Set.of(actions)))
                .map(ResourceNode::name),
        graph ->
            graph.edit(
                POLICY,
                role,
                node ->
                    node.with(
                        "policy",
                        node.text("policy").replace(actions[0], "logs:DeleteLogEvents"))));
  }

  private static List<StackRule> trust() {
    return List.of(
        StackRule.whole(
            "CKV_AWS_358",
            "the pipeline's role is bound to one repository and one environment",
            graph ->
                graph
                    .all(ROLE)
                    .filter(role -> role.text("assumeRolePolicy").contains("WebIdentity"))
                    .filter(role -> !isBound(role))
                    .map(ResourceNode::name),
            graph ->
                graph.edit(
                    ROLE,
                    "pipeline",
                    role ->
                        role.with(
                            "assumeRolePolicy",
                            role.text("assumeRolePolicy")
                                .replace("example/clientele:environment:prod", "example/*")))),
        StackRule.each(
            "CKV_AWS_61",
            "a trust policy names its principal",
            ROLE,
            role -> !role.text("assumeRolePolicy").contains("\"AWS\":\"*\""),
            graph ->
                graph.edit(
                    ROLE,
                    "service",
                    role ->
                        role.with(
                            "assumeRolePolicy",
                            role.text("assumeRolePolicy")
                                .replace(
                                    "{\"Service\":\"ecs-tasks.amazonaws.com\"}",
                                    "{\"AWS\":\"*\"}")))));
  }

  private static boolean isBound(ResourceNode role) {
    return role.text("assumeRolePolicy")
        .matches(
            ".*\"token.actions.githubusercontent.com:sub\":\"repo:[^*\"]+:environment:[a-z]+\".*");
  }

  private static StackRule policy(
      String id, String text, Predicate<JsonObject> holds, String action, String resource) {
    return StackRule.each(
        id,
        text,
        POLICY,
        node -> statements(node).allMatch(holds),
        graph -> allowing(graph, action, resource));
  }

  private static ResourceGraph allowing(ResourceGraph graph, String action, String resource) {
    var statement =
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[%s],\"Resource\":\"%s\"}]}"
            .formatted(action, resource);
    return graph.plus(NetworkRules.node(POLICY, "mistake", Map.of("policy", statement)));
  }

  private static Stream<JsonObject> statements(ResourceNode policy) {
    return StreamSupport.stream(
            policy.json("policy").getAsJsonObject().getAsJsonArray("Statement").spliterator(),
            false)
        .map(JsonElement::getAsJsonObject);
  }

  private static Stream<String> actions(JsonObject statement) {
    return StreamSupport.stream(statement.getAsJsonArray("Action").spliterator(), false)
        .map(JsonElement::getAsString);
  }

  private static boolean appliesToAll(JsonObject statement) {
    return statement.get("Resource").toString().equals("\"*\"");
  }
}
