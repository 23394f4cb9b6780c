package io.clientele.application.views.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the production counter in many random histories. A failure prints its seeds and the trace of
 * the smallest history; {@code -Dclientele.simulation=SEED} repeats one.
 */
final class SimulationTest {
  private static final int STEPS = 500;

  /** For two cores; a slower machine runs fewer histories. */
  private static final int SHARE_SECONDS = Boolean.getBoolean("clientele.long") ? 2_000 : 40;

  private static final int SEEDS =
      Boolean.getBoolean("clientele.long") ? 100_000 : Integer.getInteger("clientele.seeds", 2_000);

  /** A seed that shows a rule to be necessary which few seeds show; it runs first. */
  private static final long TELLING = 796;

  /** The number of reported failures, after which no history starts. */
  private static final int BROKEN_MAX = 10;

  @Test
  void noHistoryDoublesAViewOrLosesOneNeedlessly() throws IOException {
    var one = Long.getLong("clientele.simulation");
    var began = System.nanoTime();
    var seeds = one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
    var broken = new ConcurrentSkipListMap<Long, AssertionError>();
    seeds.parallel().filter(seed -> broken.size() < BROKEN_MAX).forEach(seed -> run(seed, broken));
    System.out.printf(
        "%,d worlds in %.0f s of a share of %d%n",
        one == null ? SEEDS : 1, (System.nanoTime() - began) / 1e9, SHARE_SECONDS);
    if (!broken.isEmpty()) {
      var first = broken.firstEntry();
      throw new AssertionError(
          "broken by seeds %s; -Dclientele.simulation=%d repeats it, as told in %s"
              .formatted(broken.keySet(), first.getKey(), told(first.getKey())),
          first.getValue());
    }
  }

  @Test
  void oneSeedReproducesOneHistory() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(run(seed, new StoreRules()))
          .as("seed %d", seed)
          .isEqualTo(run(seed, new StoreRules()));
    }
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void everyMutantIsFound(String what, StoreRules mutant) {
    for (var seed :
        LongStream.concat(LongStream.of(TELLING), LongStream.range(0, SEEDS)).toArray()) {
      try {
        run(seed, mutant);
      } catch (AssertionError missed) {
        System.out.printf("%s: %s%n", what, String.valueOf(missed.getMessage()).split("\\R")[0]);
        return;
      }
    }
    fail("not missed in %d worlds: %s", SEEDS, what);
  }

  static Stream<Arguments> mutants() {
    return StoreMutants.all().entrySet().stream()
        .map(mutant -> Arguments.of(mutant.getKey(), mutant.getValue()));
  }

  private static void run(long seed, Map<Long, AssertionError> broken) {
    try {
      run(seed, new StoreRules());
    } catch (AssertionError missed) {
      broken.put(seed, missed);
    }
  }

  /** Returns the trace of a failed history, with the view that shows the failure. */
  private static Path told(long seed) throws IOException {
    var suspect = end(new Simulation(seed, new StoreRules())).suspect();
    var history = SimulationTrace.kept();
    var again = new Simulation(seed, new StoreRules(), history);
    if (suspect != null) {
      again.follow(suspect);
    }
    end(again);
    return Files.writeString(Path.of("target", "simulation-" + seed + ".txt"), history.toString());
  }

  private static Simulation end(Simulation world) {
    try {
      world.run(STEPS);
    } catch (AssertionError | RuntimeException broken) {
      return world;
    }
    return world;
  }

  private static long run(long seed, StoreRules rules) {
    try {
      return new Simulation(seed, rules).run(STEPS);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "-Dclientele.simulation=" + seed + ": " + broken.getMessage(), broken);
    }
  }
}
