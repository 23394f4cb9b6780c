package io.clientele.infra.mutations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Weakens each statement of each policy, and adds policies and identities that may do anything. */
final class PolicyMutations {
  private static final List<String> DOCUMENTS = List.of("policy", "assumeRolePolicy");

  private final ResourceGraph graph;
  private final List<Mutation> all = new ArrayList<>();

  private PolicyMutations(ResourceGraph graph) {
    this.graph = graph;
  }

  static List<Mutation> of(ResourceGraph graph) {
    var mutations = new PolicyMutations(graph);
    graph.nodes().forEach(mutations::documents);
    graph.all("iam/role:Role").forEach(mutations::role);
    mutations.identities();
    return mutations.all;
  }

  private void documents(ResourceNode node) {
    for (var property : DOCUMENTS) {
      if (node.text(property).contains("\"Statement\"")) {
        var statements = statements(node, property).size();
        for (var i = 0; i < statements; i++) {
          statement(node, property, i);
        }
      }
    }
  }

  private void statement(ResourceNode node, String property, int index) {
    var statement = statements(node, property).get(index).getAsJsonObject();
    if (statement.get("Effect").getAsString().equals("Deny")) {
      edit(node, property, index, "allowed", each -> each.addProperty("Effect", "Allow"));
      return;
    }
    if (!isOwnerOfKey(statement) && !isEndpoint(node)) {
      edit(node, property, index, "Action *", each -> each.add("Action", array("*")));
      edit(
          node,
          property,
          index,
          "and iam:CreateUser",
          each -> each.getAsJsonArray("Action").add("iam:CreateUser"));
    }
    if (statement.has("Resource") && !statement.get("Resource").toString().equals("\"*\"")) {
      edit(node, property, index, "Resource *", each -> each.addProperty("Resource", "*"));
    }
    if (statement.has("Condition")) {
      edit(node, property, index, "without condition", each -> each.remove("Condition"));
    }
    if (statement.has("Principal") && !statement.get("Principal").toString().equals("\"*\"")) {
      edit(node, property, index, "for anyone", each -> each.addProperty("Principal", "*"));
    }
  }

  /** A key policy that lets the account's own roles decide. */
  private static boolean isOwnerOfKey(JsonObject statement) {
    return statement.has("Principal") && statement.get("Principal").toString().contains(":root");
  }

  /** An endpoint allows all actions of the account; its condition is what protects. */
  private static boolean isEndpoint(ResourceNode node) {
    return node.type().contains("vpcEndpoint");
  }

  private void role(ResourceNode role) {
    plus(
        "iam/rolePolicyAttachment:RolePolicyAttachment",
        role,
        "arn:aws:iam::aws:policy/AdministratorAccess");
    add(
        "iam/rolePolicy:RolePolicy",
        role.name() + "-more",
        Map.of(
            "role",
            role.name() + "-id",
            "policy",
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"iam:CreateUser\"],\"Resource\":\"*\"}]}"));
  }

  private void plus(String type, ResourceNode role, String arn) {
    add(type, role.name() + "-admin", Map.of("role", role.name(), "policyArn", arn));
  }

  private void identities() {
    add("iam/user:User", "clientele-prod-someone", Map.of("name", "someone"));
    add("iam/accessKey:AccessKey", "clientele-prod-key", Map.of("user", "someone"));
    add(
        "secretsmanager/secretPolicy:SecretPolicy",
        "clientele-prod-open",
        Map.of(
            "secretArn",
            "arn:Secret:clientele-prod-DATA_KEYS",
            "policy",
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[\"secretsmanager:GetSecretValue\"],"
                + "\"Resource\":\"*\"}]}"));
    add(
        "lambda/functionUrl:FunctionUrl",
        "clientele-prod-open",
        Map.of("functionName", "clientele-prod-migrate", "authorizationType", "NONE"));
    add(
        "ecr/repositoryPolicy:RepositoryPolicy",
        "clientele-prod-open",
        Map.of(
            "repository",
            "clientele-prod-service",
            "policy",
            "{\"Statement\":[{\"Principal\":\"*\"}]}"));
  }

  private void add(String type, String name, Map<String, Object> inputs) {
    var node = new ResourceNode("aws:" + type, name, inputs, false, "", List.of());
    all.add(new Mutation(StackMutations.named(node, "added " + inputs), graph.plus(node)));
  }

  private void edit(
      ResourceNode node, String property, int index, String text, Consumer<JsonObject> change) {
    var document = JsonParser.parseString(node.text(property)).getAsJsonObject();
    change.accept(document.getAsJsonArray("Statement").get(index).getAsJsonObject());
    all.add(
        new Mutation(
            StackMutations.named(node, property + "[" + index + "] " + text),
            graph.replaced(node, node.with(property, document.toString()))));
  }

  private static JsonArray statements(ResourceNode node, String property) {
    return JsonParser.parseString(node.text(property))
        .getAsJsonObject()
        .getAsJsonArray("Statement");
  }

  private static JsonArray array(String value) {
    var array = new JsonArray();
    array.add(value);
    return array;
  }
}
