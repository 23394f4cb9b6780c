package io.clientele.infra.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.clientele.infra.TestStacks;
import io.clientele.infra.alarms.AlarmReplay.Minute;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each alarm of production, on an hour of data that must fire and on one that must not. */
class AlarmReplayTest {
  private static final String ALARM = "cloudwatch/metricAlarm:MetricAlarm";
  private static final int HOUR = 60;
  private static final double GIB = 1024.0 * 1024 * 1024;

  /**
   * What an alarm must and must not report.
   *
   * @param latest the last minute in which the alarm may start, counted from 1
   */
  private record Expectation(List<Minute> fires, int latest, List<Minute> silent) {}

  private static final Map<String, Expectation> EXPECTED = expected();

  private static Map<String, Expectation> expected() {
    var all = new TreeMap<String, Expectation>();
    all.put("cpu", new Expectation(always(90), 5, peaks(99, 80, 4)));
    all.put("memory", new Expectation(always(90), 5, peaks(95, 80, 4)));
    all.put("unhealthy-hosts", new Expectation(always(1), 3, peaks(1, 0, 2)));
    all.put("no-hosts", new Expectation(always(0), 2, always(1)));
    all.put("5xx", new Expectation(always(20), 2, always(10)));
    all.put("5xx-of-balancer", new Expectation(always(20), 2, nothing()));
    all.put("latency", new Expectation(busy(0.4), 5, oneSignInAMinute()));
    all.put("flush-late", new Expectation(age(400), 5, age(286)));
    all.put("views-late", new Expectation(age(400), 7, age(290)));
    all.put("flush-failed", new Expectation(failureEveryFlush(), 15, oneFailure()));
    all.put("views-lost", new Expectation(always(1), 1, always(0)));
    all.put("quarantine", new Expectation(always(1), 1, always(0)));
    all.put("database-cpu", new Expectation(always(90), 10, peaks(99, 50, 9)));
    all.put("database-connections", new Expectation(always(850), 5, always(700)));
    all.put("database-storage", new Expectation(always(9 * GIB), 2, always(11 * GIB)));
    return all;
  }

  private static final Expectation CACHE_MEMORY = new Expectation(always(80), 5, always(70));
  private static final Expectation EVICTIONS = new Expectation(always(1), 1, always(0));

  @TestFactory
  Stream<DynamicTest> eachAlarmFiresInTimeAndStaysSilentOtherwise() {
    return TestStacks.graph(DeploymentStage.PROD)
        .all(ALARM)
        .map(alarm -> dynamicTest(alarm.name(), () -> check(alarm)));
  }

  private static void check(ResourceNode alarm) {
    var expected = expectation(alarm.name().replace("clientele-prod-", ""));
    var replay = new AlarmReplay(alarm);
    assertThat(replay.firesAt(expected.fires()))
        .as("the minute in which it fires")
        .isBetween(1, expected.latest());
    assertThat(replay.firesAt(expected.silent())).as("fires on silent data").isZero();
    assertThat(replay.firesAt(idleStage(alarm))).as("fires on an idle stage").isZero();
  }

  private static Expectation expectation(String name) {
    if (name.matches("memory-.+-\\d{4}-\\d{3}")) {
      return CACHE_MEMORY;
    }
    if (name.matches("evictions-.+-\\d{4}-\\d{3}")) {
      return EVICTIONS;
    }
    return Optional.ofNullable(EXPECTED.get(name))
        .orElseThrow(() -> new AssertionError(name + " is replayed on nothing"));
  }

  /** Nothing registers with the load balancer before there is a service. */
  @Test
  void noAlarmFiresBeforeThereIsAService() {
    var graph = TestStacks.graph(SampleEnvironments.withoutImages(DeploymentStage.PROD), false);
    assertThat(graph.all(ALARM))
        .hasSizeGreaterThan(15)
        .allSatisfy(alarm -> assertThat(new AlarmReplay(alarm).firesAt(nothing())).isZero());
  }

  /** A stage with tasks and without requests publishes no request metrics. */
  private static List<Minute> idleStage(ResourceNode alarm) {
    return alarm.name().endsWith("no-hosts") ? always(1) : nothing();
  }

  private static List<Minute> series(IntToDoubleFunction value) {
    return IntStream.range(0, HOUR)
        .mapToObj(minute -> new Minute(value.applyAsDouble(minute), 1))
        .toList();
  }

  private static List<Minute> always(double value) {
    return series(minute -> value);
  }

  private static List<Minute> nothing() {
    return series(minute -> Double.NaN);
  }

  /** A high value for some minutes of every quarter of an hour. */
  private static List<Minute> peaks(double high, double low, int minutes) {
    return series(minute -> minute % 15 < minutes ? high : low);
  }

  private static List<Minute> busy(double p99) {
    return IntStream.range(0, HOUR).mapToObj(minute -> new Minute(p99, 60_000)).toList();
  }

  /** The hash of a password takes longer than any other request. */
  private static List<Minute> oneSignInAMinute() {
    var minutes = new ArrayList<Minute>();
    for (var i = 0; i < HOUR; i++) {
      minutes.add(new Minute(0.6, 1));
    }
    return minutes;
  }

  /** The greatest age in each minute when something happens every {@code most} seconds. */
  private static List<Minute> age(int most) {
    return series(
        minute -> {
          var end = (minute + 1) * 60 % most;
          return end < 60 ? most - 1 : end;
        });
  }

  private static List<Minute> failureEveryFlush() {
    return series(minute -> minute % 5 == 4 ? 1 : 0);
  }

  private static List<Minute> oneFailure() {
    return series(minute -> minute == 7 ? 1 : 0);
  }
}
