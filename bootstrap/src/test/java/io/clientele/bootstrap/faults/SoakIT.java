package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long steady load, with the profile long only: no resource grows, and every view is counted. */
class SoakIT {
  private static final Duration WARM = Duration.ofMinutes(1);
  private static final double GROWTH_MAX = 1.2;
  private static final long MORE_MAX = 20;

  /** The resources of a process. */
  private record Held(long heapMebibytes, long threads, long handles, long connections) {}

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("spans")
  void memoryAndFilesDoNotGrow(Duration span, @TempDir Path folder) throws Exception {
    try (var stage = FaultTestbed.set(folder, 1, Map.of("VIEWS_FLUSH_INTERVAL", "PT10S"))) {
      // Client connections vary from moment to moment, so resources are compared without clients.
      var warm = stage.load();
      Await.pause(WARM);
      warm.end();
      stage.settle();
      var stood = stage.persisted();
      var first = held(stage);
      try (var load = stage.load()) {
        var begun = System.nanoTime();
        Await.pause(span);
        load.end();
        var last = held(stage);
        stage.settle();
        var missing = stage.missing(load, stood);
        var summary = load.between(begun, System.nanoTime());
        FaultReport.put(
            "A soak of %d minutes".formatted(span.toMinutes()),
            summary.requests(),
            "%d %s; %s, then %s".formatted(summary.failed(), summary.how(), first, last),
            "-",
            "-",
            summary.p50(),
            summary.p99(),
            summary.slowestFailed(),
            "-",
            load.answered(),
            missing);
        assertThat(summary.failed()).isZero();
        assertThat(missing).isZero();
        assertThat((double) last.heapMebibytes()).isLessThan(GROWTH_MAX * first.heapMebibytes());
        assertThat(last.threads()).isLessThan(first.threads() + MORE_MAX);
        assertThat(last.handles()).isLessThan(first.handles() + MORE_MAX);
        assertThat(last.connections()).isLessThan(first.connections() + MORE_MAX);
      }
    }
  }

  static Stream<Duration> spans() {
    return LongProfile.IS_ACTIVE
        ? Stream.of(Duration.ofMinutes(Integer.getInteger("clientele.soak.minutes", 60)))
        : Stream.empty();
  }

  private static Held held(FaultTestbed stage) throws Exception {
    var service = stage.instances.getFirst();
    var pid = service.handle().pid();
    return new Held(
        LiveHeap.mebibytes(service),
        entries("/proc/%d/task".formatted(pid)),
        entries("/proc/%d/fd".formatted(pid)),
        stage.postgres.number("accounts", "SELECT count(*) FROM pg_stat_activity"));
  }

  private static long entries(String folder) throws IOException {
    try (var all = Files.list(Path.of(folder))) {
      return all.count();
    }
  }
}
