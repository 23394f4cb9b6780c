package io.clientele.infra.mutations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Opens security groups, routes, buckets and containers. */
final class AccessMutations {
  private static final String TASK = "ecs/taskDefinition:TaskDefinition";
  private static final String CONTAINERS = "containerDefinitions";
  private static final String WORLD = "0.0.0.0/0";

  private final ResourceGraph graph;
  private final List<Mutation> all = new ArrayList<>();

  private AccessMutations(ResourceGraph graph) {
    this.graph = graph;
  }

  static List<Mutation> of(ResourceGraph graph) {
    var mutations = new AccessMutations(graph);
    graph.all("vpc/securityGroupIngressRule:SecurityGroupIngressRule").forEach(mutations::ingress);
    graph.all("vpc/securityGroupEgressRule:SecurityGroupEgressRule").forEach(mutations::egress);
    graph.all("ec2/securityGroup:SecurityGroup").forEach(mutations::world);
    graph.all("ec2/routeTable:RouteTable").forEach(mutations::route);
    graph.all("s3/bucketPolicy:BucketPolicy").forEach(mutations::bucket);
    graph.all(TASK).forEach(mutations::task);
    return mutations.all;
  }

  private void ingress(ResourceNode rule) {
    replace(rule, "from the world", opened(rule, Map.of()));
    replace(
        rule,
        "from the world, ports 0 to 443",
        opened(rule, Map.of("fromPort", 0.0, "toPort", 443.0)));
    replace(rule, "all protocols", rule.with("ipProtocol", "-1"));
    replace(rule, "ports 0 to 65535", rule.with("fromPort", 0.0).with("toPort", 65_535.0));
  }

  private void egress(ResourceNode rule) {
    replace(rule, "to the world, all protocols", opened(rule, Map.of("ipProtocol", "-1")));
    replace(rule, "to the world", opened(rule, Map.of()));
  }

  private static ResourceNode opened(ResourceNode rule, Map<String, Object> more) {
    var inputs = new TreeMap<String, Object>(rule.inputs());
    inputs.remove("referencedSecurityGroupId");
    inputs.remove("prefixListId");
    inputs.put("cidrIpv4", WORLD);
    inputs.putAll(more);
    return new ResourceNode(rule.type(), rule.name(), inputs, false, rule.parent(), List.of());
  }

  private void world(ResourceNode group) {
    var inputs =
        Map.<String, Object>of(
            "description",
            "x",
            "securityGroupId",
            group.name() + "-id",
            "cidrIpv6",
            "::/0",
            "ipProtocol",
            "tcp",
            "fromPort",
            0.0,
            "toPort",
            443.0);
    add("vpc/securityGroupIngressRule:SecurityGroupIngressRule", group.name() + "-world", inputs);
  }

  private void route(ResourceNode table) {
    if (!table.name().contains("-public")) {
      add(
          "ec2/route:Route",
          table.name() + "-out",
          Map.of(
              "routeTableId",
              table.name() + "-id",
              "destinationCidrBlock",
              WORLD,
              "gatewayId",
              "clientele-prod-world-id"));
    }
  }

  private void bucket(ResourceNode policy) {
    var document = policy.json("policy").getAsJsonObject();
    var statement = new JsonObject();
    statement.addProperty("Effect", "Allow");
    statement.addProperty("Principal", "*");
    var actions = new JsonArray();
    actions.add("s3:GetObject");
    statement.add("Action", actions);
    statement.addProperty("Resource", "arn:aws:s3:::some/*");
    document.getAsJsonArray("Statement").add(statement);
    replace(policy, "readable by anyone", policy.with("policy", document.toString()));
  }

  private void task(ResourceNode task) {
    var containers = task.json(CONTAINERS).getAsJsonArray();
    for (var i = 0; i < containers.size(); i++) {
      container(task, i, "root", each -> each.addProperty("user", "0"));
      container(task, i, "user removed", each -> each.remove("user"));
      container(task, i, "writable", each -> each.addProperty("readonlyRootFilesystem", false));
      container(task, i, "privileged", each -> each.addProperty("privileged", true));
      container(task, i, "capabilities", each -> each.remove("linuxParameters"));
      container(task, i, "image by tag", each -> each.addProperty("image", "some/image:latest"));
      container(task, i, "no log", each -> each.remove("logConfiguration"));
      if (i == 0) {
        container(task, i, "lines dropped", AccessMutations::dropLines);
      }
      container(task, i, "secret in plain text", AccessMutations::plainSecret);
      container(task, i, "no stop timeout", each -> each.addProperty("stopTimeout", 1));
    }
  }

  private static void dropLines(JsonObject container) {
    container
        .getAsJsonObject("logConfiguration")
        .getAsJsonObject("options")
        .addProperty("mode", "non-blocking");
  }

  private static void plainSecret(JsonObject container) {
    var setting = new JsonObject();
    setting.addProperty("name", "DATA_KEYS");
    setting.addProperty("value", "horse");
    container.getAsJsonArray("environment").add(setting);
  }

  private void container(ResourceNode task, int index, String text, Consumer<JsonObject> change) {
    var containers = task.json(CONTAINERS).getAsJsonArray();
    change.accept(containers.get(index).getAsJsonObject());
    replace(task, "container " + index + " " + text, task.with(CONTAINERS, containers.toString()));
  }

  private void add(String type, String name, Map<String, Object> inputs) {
    var node = new ResourceNode("aws:" + type, name, inputs, false, "", List.of());
    all.add(new Mutation(StackMutations.named(node, "added"), graph.plus(node)));
  }

  private void replace(ResourceNode node, String text, ResourceNode now) {
    all.add(new Mutation(StackMutations.named(node, text), graph.replaced(node, now)));
  }
}
