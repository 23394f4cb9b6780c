package io.clientele.bootstrap.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.InstalledPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whom Prometheus wakes, when, and with which page in hand. */
class AlertRulesTest {
  static final Path OPERATIONS = Path.of("operations");
  private static final Pattern PAGE =
      Pattern.compile("(?m)^## (\\w+)\\n(.*?)(?=^## |\\z)", Pattern.DOTALL);

  /** What takes days is looked at once an hour: at every 15 seconds it would take minutes. */
  private static final List<String> TESTS = List.of("alerts.test.yaml", "alerts.slow.test.yaml");

  private static final long MINUTES_MAX = 2;

  @Test
  void theRulesAreValidAndFireOnlyWhenExpected() throws Exception {
    assertThat(promtool("check", "rules", "alerts.yaml")).contains("SUCCESS");
    assertThat(promtool("test", "rules", TESTS.get(0), TESTS.get(1))).contains("SUCCESS");
  }

  @Test
  void eachAlertIsTestedFiringAndSilent() throws IOException {
    var seen = new HashMap<String, List<Boolean>>();
    for (var file : TESTS) {
      for (var test : yaml(file).get("tests")) {
        var expected = test.get("alert_rule_test").get(0);
        seen.computeIfAbsent(expected.get("alertname").asString(), name -> new ArrayList<>())
            .add(!expected.get("exp_alerts").isEmpty());
      }
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(alerts().keySet());
    assertThat(seen.values()).allSatisfy(ends -> assertThat(ends).contains(true, false));
  }

  @Test
  void eachAlertHasARunbookSectionAndViceVersa() throws IOException {
    var pages = new HashMap<String, String>();
    var matcher = PAGE.matcher(Files.readString(OPERATIONS.resolve("runbook.md")));
    while (matcher.find()) {
      pages.put(matcher.group(1), matcher.group(2));
    }
    var alerts = alerts();
    assertThat(pages.keySet()).isEqualTo(alerts.keySet());
    assertThat(pages.values())
        .allSatisfy(page -> assertThat(page).contains("**Means**", "**Look at**", "**Do**"));
    alerts.forEach(
        (name, alert) -> {
          var link = alert.get("annotations").get("runbook_url").asString();
          assertThat(link).endsWith("#" + name.toLowerCase(Locale.ROOT));
          assertThat(Path.of("..", link.substring(0, link.indexOf('#')))).exists();
          assertThat(alert.get("labels").get("severity").asString()).isIn("page", "ticket");
        });
  }

  private static Map<String, JsonNode> alerts() throws IOException {
    var alerts = new HashMap<String, JsonNode>();
    for (var group : yaml("alerts.yaml").get("groups")) {
      for (var rule : group.get("rules")) {
        if (rule.has("alert")) {
          alerts.put(rule.get("alert").asString(), rule);
        }
      }
    }
    return alerts;
  }

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(Files.readString(OPERATIONS.resolve(name)));
  }

  private static String promtool(String... arguments) throws Exception {
    var promtool = InstalledPrograms.onPath(List.of("prometheus"), "promtool");
    var command = new ArrayList<>(List.of(promtool.toString()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .directory(OPERATIONS.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
