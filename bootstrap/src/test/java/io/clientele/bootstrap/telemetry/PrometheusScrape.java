package io.clientele.bootstrap.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a service shows at {@code /metrics}, beside what rules and pictures ask for. */
record PrometheusScrape(Map<String, Set<String>> labels) {
  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_]\\w*)(?:\\{(.*)})? \\S+$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  private static final Pattern METRIC = Pattern.compile("\\bclientele_[a-z_]+[a-z]\\b");

  /** What Prometheus itself adds. */
  private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

  static PrometheusScrape read(String text) {
    var labels = new HashMap<String, Set<String>>();
    SAMPLE
        .matcher(text)
        .results()
        .forEach(
            sample -> {
              var of = labels.computeIfAbsent(sample.group(1), name -> new HashSet<>());
              if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> of.add(label.group(1)));
              }
            });
    labels.put("up", Set.of());
    return new PrometheusScrape(labels);
  }

  /** Metrics that rules, pictures and the runbook name and that are not there, labels aside. */
  List<String> missingMetrics() throws IOException {
    var runbook = METRIC.matcher(Files.readString(file("runbook.md"))).results();
    return Stream.concat(
            missing().stream().filter(name -> name.matches("\\w+")),
            runbook.map(MatchResult::group).filter(name -> !labels.containsKey(name)))
        .distinct()
        .toList();
  }

  /** Everything that is asked for and not there, in words. */
  List<String> missing() throws IOException {
    var recorded = new HashSet<String>();
    var asked = new ArrayList<String>();
    var rules = new YAMLMapper().readTree(Files.readString(file("alerts.yaml")));
    for (var group : rules.get("groups")) {
      for (var rule : group.get("rules")) {
        asked.add(rule.get("expr").asString());
        if (rule.has("record")) {
          recorded.add(rule.get("record").asString());
        }
      }
    }
    var dashboard = JsonMapper.shared().readTree(Files.readString(file("dashboard.json")));
    queries(dashboard).forEach(asked::add);
    return asked.stream()
        .flatMap(one -> missing(PromqlExpression.read(one), recorded))
        .distinct()
        .toList();
  }

  /** How many queries the dashboard has. */
  static long queries() throws IOException {
    return queries(JsonMapper.shared().readTree(Files.readString(file("dashboard.json")))).count();
  }

  private Stream<String> missing(PromqlExpression asked, Set<String> recorded) {
    var known = new HashSet<>(OF_THE_SCRAPE);
    var missing = new ArrayList<String>();
    for (var selection : asked.selections()) {
      var has =
          recorded.contains(selection.metric()) ? Set.<String>of() : labels.get(selection.metric());
      if (has == null) {
        missing.add(selection.metric());
      } else {
        known.addAll(has);
        selection.labels().stream()
            .filter(label -> !has.contains(label) && !OF_THE_SCRAPE.contains(label))
            .forEach(label -> missing.add(selection.metric() + "{" + label + "}"));
      }
    }
    asked.groupings().stream()
        .filter(label -> !known.contains(label))
        .forEach(label -> missing.add("by " + label + " of " + names(asked)));
    return missing.stream();
  }

  private static String names(PromqlExpression asked) {
    return asked.selections().stream()
        .map(PromqlExpression.Selection::metric)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> queries(JsonNode dashboard) {
    return dashboard.findValuesAsString("expr").stream();
  }

  private static Path file(String name) {
    return AlertRulesTest.OPERATIONS.resolve(name);
  }
}
