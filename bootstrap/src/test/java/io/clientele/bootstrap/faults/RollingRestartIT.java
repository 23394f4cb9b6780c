package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.load.OpenLoopReads;
import io.clientele.testbed.network.TestConnection;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replaces all three instances one after the other while clients read, as a deployment does. Runs
 * with the profile long only, because its times need a quiet machine.
 */
class RollingRestartIT {
  private static final int PER_SECOND = 100;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration WARM = Duration.ofSeconds(20);

  /** The ports that a balancer sends to: those that were ready at its last check. */
  private final List<Integer> ready = new CopyOnWriteArrayList<>();

  private volatile boolean isOver;

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("delays")
  void noRequestFailsAndTheTotalsAreExact(String delay, @TempDir Path folder) throws Exception {
    var settings = Map.of("SHUTDOWN_DELAY", delay, "VIEWS_FLUSH_INTERVAL", "PT1S");
    try (var stage = FaultTestbed.set(folder, 3, settings)) {
      var stood = stage.persisted();
      stage.instances.forEach(instance -> ready.add(instance.port()));
      var balancer = Thread.ofPlatform().start(() -> look(stage));
      var next = new AtomicInteger();
      var load =
          OpenLoopReads.start(
              stage.accounts(),
              () -> ready.get(Math.floorMod(next.getAndIncrement(), ready.size())),
              stage::key,
              new OpenLoopReads.LoadProfile(PER_SECOND));
      Await.pause(WARM);
      var begun = System.nanoTime();
      for (var i = 0; i < 3; i++) {
        var leaving = stage.instances.get(i);
        stage.instances.set(i, stage.launch().awaitReady());
        Await.until("the new one is sent to", () -> ready.size() >= 3);
        leaving.terminate();
        assertThat(leaving.exitCode()).isZero();
        leaving.close();
      }
      var ended = System.nanoTime();
      Await.pause(WARM);
      load.end();
      isOver = true;
      balancer.join();
      stage.settle();
      var before = load.between(begun - WARM.toNanos() / 2, begun);
      var during = load.between(begun, ended);
      var missing = stage.missing(load, stood);
      new FaultTestbed.Outcome(
              before, during, load.between(ended, ended), 0, load.answered(), missing)
          .put("Three instances are replaced one by one");
      assertThat(missing).isZero();
      assertThat(during.failed()).as(during.how()).isZero();
    }
  }

  static Stream<String> delays() {
    return LongProfile.IS_ACTIVE ? Stream.of("PT5S") : Stream.empty();
  }

  private void look(FaultTestbed stage) {
    while (!isOver) {
      for (var instance : List.copyOf(stage.instances)) {
        look(instance);
      }
      var there = stage.instances.stream().map(ServiceProcess::port).toList();
      ready.removeIf(port -> !there.contains(port) && isUnready(port));
      Await.pause(LOOK_EVERY);
    }
  }

  private void look(ServiceProcess instance) {
    if (isUnready(instance.port())) {
      ready.remove((Integer) instance.port());
    } else if (!ready.contains(instance.port())) {
      ready.add(instance.port());
    }
  }

  private static boolean isUnready(int port) {
    try (var wire = new TestConnection(port)) {
      return wire.get("/health/ready", "") != 200;
    } catch (IOException gone) {
      return true;
    }
  }
}
