package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long steady load, by the profile long alone: nothing grows, and all is counted. */
class SoakIT {
  private static final Duration WARM = Duration.ofMinutes(1);
  private static final double GROWTH_MAX = 1.2;
  private static final long MORE_MAX = 20;
  private static final Pattern LIVE = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

  /** What a process holds. */
  private record Held(long heapMebibytes, long threads, long handles, long connections) {}

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("spans")
  void nothingGrows(Duration span, @TempDir Path folder) throws Exception {
    try (var stage = FaultStage.set(folder, 1, Map.of("VIEWS_FLUSH_INTERVAL", "PT10S"))) {
      var stood = stage.persisted();
      try (var load = stage.load()) {
        Await.pause(WARM);
        var begun = System.nanoTime();
        var first = held(stage);
        Await.pause(span);
        var last = held(stage);
        load.end();
        stage.settle();
        var missing = stage.missing(load, stood);
        var spell = load.between(begun, System.nanoTime());
        FaultTable.put(
            "A soak of %d minutes; %s, then %s".formatted(span.toMinutes(), first, last),
            spell.requests(),
            spell.failed() + " " + spell.how(),
            "-",
            "-",
            spell.p50(),
            spell.p99(),
            spell.slowestFailed(),
            "-",
            load.answered(),
            missing);
        assertThat(spell.failed()).isZero();
        assertThat(missing).isZero();
        assertThat((double) last.heapMebibytes()).isLessThan(GROWTH_MAX * first.heapMebibytes());
        assertThat(last.threads()).isLessThan(first.threads() + MORE_MAX);
        assertThat(last.handles()).isLessThan(first.handles() + MORE_MAX);
        assertThat(last.connections()).isLessThan(first.connections() + MORE_MAX);
      }
    }
  }

  static Stream<Duration> spans() {
    return FaultStage.IS_LONG
        ? Stream.of(Duration.ofMinutes(Integer.getInteger("clientele.soak.minutes", 60)))
        : Stream.empty();
  }

  private static Held held(FaultStage stage) throws Exception {
    var pid = stage.instances.getFirst().handle().pid();
    return new Held(
        liveBytes(pid) >> 20,
        entries("/proc/%d/task".formatted(pid)),
        entries("/proc/%d/fd".formatted(pid)),
        stage.postgres.number("accounts", "SELECT count(*) FROM pg_stat_activity"));
  }

  /** What is left after a collection of everything. */
  private static long liveBytes(long pid) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process = new ProcessBuilder(jcmd, "" + pid, "GC.class_histogram").start();
    var told = LIVE.matcher(new String(process.getInputStream().readAllBytes()));
    process.waitFor();
    if (!told.find()) {
      throw new IOException("jcmd does not tell");
    }
    return Long.parseLong(told.group(1));
  }

  private static long entries(String folder) throws IOException {
    try (var all = Files.list(Path.of(folder))) {
      return all.count();
    }
  }
}
