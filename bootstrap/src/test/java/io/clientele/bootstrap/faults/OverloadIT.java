package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.load.LatencyRecorder.Summary;
import io.clientele.testbed.load.OpenLoopReads;
import io.clientele.testbed.load.OpenLoopReads.LoadProfile;
import io.clientele.testbed.network.TestConnection;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads the service with four times its capacity. Closed-loop callers measure the capacity first.
 * The service has one core of its own, so that the callers do not take its CPU time. It is warmed
 * up under such a load, so that JIT compilation does not count.
 */
class OverloadIT {
  private static final Duration FLOOD = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 60 : 5);
  private static final Duration WARM = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 20 : 3);
  private static final Duration AFTER = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 10 : 5);

  /** The short run only checks that a flush succeeds again. */
  private static final double RECOVERY_MAX_MILLIS =
      LongProfile.IS_ACTIVE ? 5_000 : Double.POSITIVE_INFINITY;

  /** The collector that the JVM selects in a container with 512 MiB. */
  private static final Map<String, String> SMALL = Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC");

  private static final int TIMES = 4;
  private static final int CALLERS = 32;

  /** The connections of all clients; each client gives up after two seconds. */
  private static final int CONNECTIONS = 8_000;

  private static final int PATIENCE_MILLIS = 2_000;

  /**
   * The short run only checks that throughput does not collapse, because a busy machine slows the
   * callers too.
   */
  private static final double GOODPUT_MIN = LongProfile.IS_ACTIVE ? 0.8 : 0.1;

  private static final long GROWTH_MAX_MEBIBYTES = 32;

  /** MiB on the heap after a collection, and in all. */
  private record Memory(long live, long resident) {
    static Memory of(ServiceProcess service) throws IOException, InterruptedException {
      return new Memory(LiveHeap.mebibytes(service), residentMebibytes(service));
    }
  }

  /** Responses to the closed-loop callers. */
  private final LongAdder answers = new LongAdder();

  /** The figures of one run; rates are responses a second. */
  private record Outcome(
      double most,
      double goodput,
      Memory before,
      Memory then,
      Summary during,
      double recoveryMillis,
      long answered,
      long missing) {}

  @Test
  void excessRequestsAreRefusedAndTheOthersServed(@TempDir Path folder) throws Exception {
    try (var stage = ServiceCluster.set(folder, 1, SMALL)) {
      var outcome = overload(stage, stage.openAccounts(20));
      put(outcome);
      assertThat(outcome.missing()).isZero();
      assertThat(outcome.goodput()).isGreaterThan(GOODPUT_MIN * outcome.most());
      assertThat(outcome.then().live()).isLessThan(outcome.before().live() + GROWTH_MAX_MEBIBYTES);
      assertThat(outcome.recoveryMillis()).isLessThan(RECOVERY_MAX_MILLIS);
    }
  }

  private Outcome overload(ServiceCluster stage, List<String> accounts) throws Exception {
    try (var _ = stage.apart()) {
      var cold = closedLoop(stage, accounts, WARM);
      var warm = load(stage, accounts, TIMES * cold);
      Await.pause(WARM);
      warm.end();
      return flood(stage, accounts, warm, Math.max(cold, closedLoop(stage, accounts, WARM)));
    }
  }

  private Outcome flood(
      ServiceCluster stage, List<String> accounts, OpenLoopReads warm, double most)
      throws Exception {
    var before = Memory.of(stage.instance(0));
    try (var flood = load(stage, accounts, TIMES * most)) {
      Await.pause(FLOOD);
      var ended = System.nanoTime();
      flood.end();
      var during = flood.between(ended - FLOOD.toNanos(), ended);
      var after = load(stage, accounts, most / 2);
      Await.pause(AFTER);
      after.end();
      var then = Memory.of(stage.instance(0));
      return new Outcome(
          most,
          (during.requests() - during.failed()) / (FLOOD.toNanos() / 1e9),
          before,
          then,
          during,
          after.lastFailureAfter(ended),
          flood.answered(),
          missing(stage, warm, flood, after));
    }
  }

  private static void put(Outcome outcome) {
    var during = outcome.during();
    FaultReport.put(
        "4 times what it can serve",
        during.requests(),
        "%d %s: %.0f a second were served, of %.0f at most; %s before, %s after"
            .formatted(
                during.failed(),
                during.how(),
                outcome.goodput(),
                outcome.most(),
                outcome.before(),
                outcome.then()),
        "-",
        "-",
        during.p50(),
        during.p99(),
        during.slowestFailed(),
        outcome.recoveryMillis(),
        outcome.answered(),
        outcome.missing());
  }

  private static OpenLoopReads load(ServiceCluster stage, List<String> accounts, double perSecond) {
    var port = stage.instance(0).port();
    var profile = new LoadProfile((int) perSecond, CONNECTIONS, PATIENCE_MILLIS);
    return OpenLoopReads.start(accounts, () -> port, stage::bearer, profile);
  }

  /** Returns the responses a second of closed-loop callers. */
  private double closedLoop(ServiceCluster stage, List<String> accounts, Duration span)
      throws Exception {
    var port = stage.instance(0).port();
    var bearer = stage.bearer();
    var before = answers.sum();
    var end = System.nanoTime() + span.toNanos();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < CALLERS; i++) {
        var account = accounts.get(i % accounts.size());
        callers.submit(
            () -> {
              try (var wire = new TestConnection(port)) {
                while (System.nanoTime() - end < 0) {
                  answers.add(wire.get("/v1/accounts/" + account, bearer) == 200 ? 1 : 0);
                }
              }
              return true;
            });
      }
    }
    return (answers.sum() - before) / (span.toNanos() / 1e9);
  }

  /**
   * Returns the answered views that are not stored. Fails if a view is stored that was not sent.
   */
  private long missing(ServiceCluster stage, OpenLoopReads... loads) throws Exception {
    Await.until(
        "a flush of everything",
        () -> stage.instance(0).post("/v1/view-flushes", "").statusCode() == 200);
    var there = stage.number("SELECT sum(views) FROM view_total");
    var answered = answers.sum();
    var sent = answered;
    for (var load : loads) {
      answered += load.answered();
      sent += load.answered() + load.cut();
    }
    assertThat(there).as("nothing counted twice").isLessThanOrEqualTo(sent);
    return Math.max(0, answered - there);
  }

  private static long residentMebibytes(ServiceProcess service) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + service.handle().pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
        .sum();
  }
}
