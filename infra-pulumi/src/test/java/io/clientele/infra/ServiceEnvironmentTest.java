package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import io.clientele.infra.rules.TaskContainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the tasks' environment variables against the service's {@code SETTINGS.md}. */
class ServiceEnvironmentTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.+?) \\|.*\\| (.*) \\|$");
  private static final Pattern NAME = Pattern.compile("`([A-Z_]+)`");
  private static final Pattern STOP =
      Pattern.compile("`SHUTDOWN_DELAY` \\| `(.+?)` \\|.* has (\\d+) seconds");

  private static final Set<String> known = new TreeSet<>();
  private static final Set<String> required = new TreeSet<>();
  private static final Set<String> secret = new TreeSet<>();
  private static Duration stopMax = Duration.ZERO;

  @BeforeAll
  static void read() throws IOException {
    var text = Files.readString(Path.of("../bootstrap/SETTINGS.md"));
    ROW.matcher(text)
        .results()
        .forEach(
            row -> {
              var names = NAME.matcher(row.group(1)).results().map(name -> name.group(1)).toList();
              known.add(names.get(0));
              if (names.size() > 1) {
                secret.add(names.get(0));
              }
              var words = row.group(2).replaceAll("`[^`]*`", "");
              if (words.matches("(?i).*\\b(wanted|required)\\b.*")) {
                required.add(names.get(0));
              }
            });
    var stop = STOP.matcher(text);
    assertThat(stop.find()).isTrue();
    stopMax = Duration.parse(stop.group(1)).plusSeconds(Long.parseLong(stop.group(2)));
    assertThat(required).contains("DATABASE_URL", "REDIS_URL", "TOKEN_KEYS", "DATA_KEYS");
  }

  @ParameterizedTest
  @EnumSource(DeploymentStage.class)
  void theServiceKnowsEverySetting(DeploymentStage stage) {
    assertThat(tasks(stage))
        .hasSize(2)
        .allSatisfy(
            task ->
                assertThat(Stream.concat(names(task, "environment"), names(task, "secrets")))
                    .isSubsetOf(known));
  }

  @ParameterizedTest
  @EnumSource(DeploymentStage.class)
  void requiredSettingsAreSet(DeploymentStage stage) {
    var service = task(stage, "service");
    assertThat(Stream.concat(names(service, "environment"), names(service, "secrets")))
        .containsAll(required);
    assertThat(names(task(stage, "migration"), "secrets"))
        .containsExactlyInAnyOrder("DATABASE_URL", "MIGRATION_URL");
  }

  @ParameterizedTest
  @EnumSource(DeploymentStage.class)
  void onlySecretSettingsComeFromSecretsManager(DeploymentStage stage) {
    assertThat(tasks(stage))
        .allSatisfy(
            task -> assertThat(names(task, "environment")).doesNotContainAnyElementsOf(secret))
        .allSatisfy(task -> assertThat(names(task, "secrets")).isSubsetOf(secret));
  }

  @Test
  void aServiceThatSendsMailsHasItsServerAsASecretAndAWayThere() {
    var large = TestStacks.large();
    var service = task(large, "service");
    assertThat(setting(service, "MAIL_FROM")).isEqualTo("notices@example.com");
    assertThat(names(service, "secrets")).contains("SMTP_URL").isSubsetOf(secret);
    assertThat(names(service, "environment")).isSubsetOf(known);
    assertThat(names(task(large, "migration"), "secrets")).doesNotContain("SMTP_URL");
    assertThat(
            large
                .all("vpc/securityGroupEgressRule:SecurityGroupEgressRule")
                .filter(rule -> "0.0.0.0/0".equals(rule.text("cidrIpv4")))
                .map(rule -> rule.text("fromPort") + " " + rule.text("toPort")))
        .containsExactlyInAnyOrder("443 443", "465 465", "587 587");
    var usual = task(DeploymentStage.PROD, "service");
    assertThat(names(usual, "secrets")).doesNotContain("SMTP_URL");
    assertThat(names(usual, "environment")).doesNotContain("MAIL_FROM");
  }

  @ParameterizedTest
  @EnumSource(DeploymentStage.class)
  void theStopTimeoutExceedsTheShutdownTime(DeploymentStage stage) {
    assertThat(task(stage, "service").get("stopTimeout").getAsLong())
        .isGreaterThan(stopMax.toSeconds());
  }

  /**
   * The connection limit per address excludes trusted proxies. Otherwise all callers would share
   * the limit of the load balancer's few addresses.
   */
  @ParameterizedTest
  @EnumSource(DeploymentStage.class)
  void theLoadBalancersSubnetsAreTheTrustedProxies(DeploymentStage stage) {
    var graph = TestStacks.graph(stage);
    var blocks =
        graph.only("lb/loadBalancer:LoadBalancer").texts("subnets").stream()
            .map(id -> subnet(graph, id).text("cidrBlock"));
    assertThat(setting(task(stage, "service"), "TRUSTED_PROXIES").split(","))
        .containsExactlyInAnyOrderElementsOf(blocks.toList());
  }

  private static ResourceNode subnet(ResourceGraph graph, String id) {
    return graph
        .all("ec2/subnet:Subnet")
        .filter(node -> ResourceGraph.id(node).equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String setting(JsonObject container, String name) {
    return StreamSupport.stream(container.getAsJsonArray("environment").spliterator(), false)
        .map(each -> each.getAsJsonObject())
        .filter(each -> each.get("name").getAsString().equals(name))
        .map(each -> each.get("value").getAsString())
        .findFirst()
        .orElseThrow();
  }

  /** Without the telemetry collector, which has other settings. */
  private static List<JsonObject> tasks(DeploymentStage stage) {
    return tasks(TestStacks.graph(stage));
  }

  private static List<JsonObject> tasks(ResourceGraph graph) {
    return graph
        .all(TaskContainers.TASK)
        .flatMap(TaskContainers::of)
        .filter(container -> !TaskContainers.text(container, "name").equals("collector"))
        .toList();
  }

  private static JsonObject task(DeploymentStage stage, String name) {
    return task(TestStacks.graph(stage), name);
  }

  private static JsonObject task(ResourceGraph graph, String name) {
    return tasks(graph).stream()
        .filter(container -> TaskContainers.text(container, "name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> names(JsonObject container, String property) {
    return StreamSupport.stream(container.getAsJsonArray(property).spliterator(), false)
        .map(each -> each.getAsJsonObject().get("name").getAsString())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }
}
