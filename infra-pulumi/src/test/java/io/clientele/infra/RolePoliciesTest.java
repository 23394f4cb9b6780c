package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.graph.ResourceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Writes the policies of production with ARNs of AWS's form, for the simulation by {@code
 * .ci/roles}.
 */
class RolePoliciesTest {
  private static final String HERE = ":eu-central-1:123456789012:";

  /**
   * The form of an ARN by the type of its resource. The recorder's ARNs have the resource's name.
   */
  private static final Map<String, String> FORMS =
      Map.of(
          "Workspace", "arn:aws:aps" + HERE + "workspace/",
          "Repository", "arn:aws:ecr" + HERE + "repository/",
          "Secret", "arn:aws:secretsmanager" + HERE + "secret:",
          "Key", "arn:aws:kms" + HERE + "key/",
          "LogGroup", "arn:aws:logs" + HERE + "log-group:",
          "BucketV2", "arn:aws:s3:::",
          "Distribution", "arn:aws:cloudfront::123456789012:distribution/",
          "Role", "arn:aws:iam::123456789012:role/");

  private static final Pattern RECORDED = Pattern.compile("arn:([A-Z]\\w+):");

  @Test
  void thePoliciesOfProductionAreWrittenForTheSimulation() throws IOException {
    var graph = TestStacks.graph(DeploymentStage.PROD);
    var all = new JsonObject();
    all.add("roles", roles(graph));
    all.add("resources", resources(graph));
    var text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all);
    assertThat(RECORDED.matcher(text).results().map(found -> found.group())).isEmpty();
    assertThat(all.getAsJsonObject("roles").keySet())
        .contains("pipeline", "migrate", "service", "service-start", "proxy", "flows");
    Files.writeString(Path.of("target/role-policies.json"), text);
  }

  private static JsonObject roles(ResourceGraph graph) {
    var roles = new JsonObject();
    graph
        .all("iam/role:Role")
        .forEach(role -> roles.add(role.name().replace("clientele-prod-", ""), null));
    graph
        .all("iam/rolePolicy:RolePolicy")
        .forEach(
            policy ->
                roles.add(
                    policy.name().replace("clientele-prod-", ""), document(policy.text("policy"))));
    return roles;
  }

  /** The policies of keys and buckets, which AWS evaluates together with those of a role. */
  private static JsonObject resources(ResourceGraph graph) {
    var resources = new JsonObject();
    graph
        .all("kms/key:Key")
        .forEach(key -> resources.add(FORMS.get("Key") + key.name(), document(key.text("policy"))));
    graph
        .all("s3/bucketPolicy:BucketPolicy")
        .forEach(
            policy ->
                resources.add(
                    FORMS.get("BucketV2") + policy.name(), document(policy.text("policy"))));
    return resources;
  }

  private static JsonElement document(String policy) {
    return JsonParser.parseString(
        RECORDED
            .matcher(policy)
            .replaceAll(found -> FORMS.getOrDefault(found.group(1), found.group())));
  }
}
