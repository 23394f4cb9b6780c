package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.graph.ResourceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Managed Prometheus evaluates the rules of the repository on the metrics that they use. */
class PrometheusTest {
  private static final Path OPERATIONS = Path.of("../bootstrap/operations");
  private static final ResourceGraph PROD = TestStacks.graph(DeploymentStage.PROD);

  /** A metric in an expression; a rule's own result has a colon. */
  private static final Pattern METRIC = Pattern.compile("(?<![\\w:])([a-z][a-z0-9_]*)\\{");

  private static final Pattern FILTER =
      Pattern.compile(
          "filter/prometheus:\\s+metrics:\\s+include:.*\\s+.*\\s+metric_names: \\[\"(.*)\"]");

  @Test
  void itsRulesAreThoseOfTheRepository() throws IOException {
    assertThat(PROD.only("amp/ruleGroupNamespace:RuleGroupNamespace").text("data"))
        .isEqualTo(Files.readString(OPERATIONS.resolve("alerts.yaml")));
  }

  @Test
  void theCollectorWritesEveryMetricOfTheRulesAndThePanels() throws IOException {
    var expressions =
        Files.readString(OPERATIONS.resolve("alerts.yaml"))
            + Files.readString(OPERATIONS.resolve("dashboard.json"));
    var used = new TreeSet<String>();
    METRIC.matcher(expressions).results().forEach(found -> used.add(found.group(1)));
    assertThat(used)
        .contains("up", "http_server_request_duration_seconds_bucket", "jvm_cpu_count")
        .hasSizeGreaterThan(30)
        .allMatch(filter().asMatchPredicate());
  }

  @Test
  void theCollectorMayWriteToItsWorkspaceOnly() {
    var policy = PROD.one("iam/rolePolicy:RolePolicy", "prod-service").text("policy");
    assertThat(policy)
        .contains(
            "[\"aps:RemoteWrite\"],\"Effect\":\"Allow\",\"Resource\":\"arn:Workspace:clientele-prod-metrics\"");
    assertThat(
            PROD.one("ecs/taskDefinition:TaskDefinition", "prod-service")
                .text("containerDefinitions"))
        .contains("https://clientele-prod-metrics.aps.example/api/v1/remote_write");
  }

  @Test
  void alertsReachTheTopicOfTheAlarms() {
    assertThat(PROD.only("amp/alertManagerDefinition:AlertManagerDefinition").text("definition"))
        .contains("topic_arn: arn:Topic:clientele-prod-alarms", "region: eu-central-1");
    assertThat(PROD.only("sns/topicPolicy:TopicPolicy").text("policy"))
        .contains("{\"Service\":\"aps.amazonaws.com\"}");
  }

  private static Pattern filter() throws IOException {
    var collector =
        Files.readString(Path.of("src/main/resources/io/clientele/infra/compute/collector.yaml"));
    var found = FILTER.matcher(collector);
    assertThat(found.find()).isTrue();
    return Pattern.compile(found.group(1));
  }
}
