package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Redis comes back with older data, with no data, or with another history, under a steady load.
 * Living writers lose nothing, and no view is counted twice, even when processes die.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisRollbackIT {
  private static final Duration AWAY = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 10 : 1);
  private static final Duration BETWEEN = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 10 : 1);

  /** How often Redis goes back in {@link #toRandomPasts}. */
  private static final int TIMES = LongProfile.IS_ACTIVE ? 300 : 5;

  /** The number of histories that are kept to return to. */
  private static final int PASTS_MAX = 8;

  private final long seed = Long.getLong("clientele.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private Path copies;
  private FaultTestbed stage;
  private final AtomicInteger copied = new AtomicInteger();

  @BeforeAll
  void start(@TempDir Path folder) {
    copies = folder.resolve("copies");
    stage = FaultTestbed.set(folder, 2, Map.of("VIEWS_FLUSH_INTERVAL", "PT1S"));
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @Test
  void toAnOldSnapshot() throws Exception {
    var old = copy();
    judge("Redis comes back as an old snapshot", () -> goBack(old));
  }

  @Test
  void toNothing() throws Exception {
    judge("Redis comes back empty", () -> goBack(null));
  }

  /** Switches between two histories that continue from one past. */
  @Test
  void toAForkOfItselfAndBack() throws Exception {
    var past = copy();
    judge(
        "Redis forks: an old line, another, both in turn",
        () -> {
          var one = goBack(past);
          Await.pause(BETWEEN);
          var other = goBack(past);
          Await.pause(BETWEEN);
          goBack(one);
          Await.pause(BETWEEN);
          goBack(other);
        });
  }

  /**
   * Rewinds, wipes and forks in random order. Each past continues from an earlier one, so a return
   * to a past that was left before is a fork.
   */
  @Test
  void toRandomPasts() throws Exception {
    System.out.println("RedisRollbackIT: -Dclientele.seed=" + seed);
    var pasts = new ArrayList<Path>(List.of(copy()));
    judge(
        "Redis is rewound, wiped and forked %d times".formatted(TIMES),
        () -> {
          for (var time = 0; time < TIMES; time++) {
            var isWiped = random.nextInt(4) == 0;
            var left = goBack(isWiped ? null : pasts.get(random.nextInt(pasts.size())));
            keep(left, pasts);
            Await.pause(Duration.ofMillis(random.nextInt(500)));
          }
        });
  }

  /** Adds a past; above the bound another one gives way. */
  private void keep(Path left, List<Path> pasts) throws IOException {
    pasts.add(left);
    if (pasts.size() > PASTS_MAX) {
      delete(pasts.remove(random.nextInt(pasts.size())));
    }
  }

  /** Only views that the killed instance answered after its last flush may be lost. */
  @Test
  void toNothingWhileAWriterDies() throws Exception {
    stage.settle();
    var stood = stage.persisted();
    try (var load = stage.load()) {
      Await.pause(BETWEEN);
      stage.settle();
      var before = load.answeredBy(stage.instances.get(1).port());
      Await.pause(BETWEEN);
      goBack(null);
      stage.instances.get(1).kill();
      var losable = load.answeredBy(stage.instances.get(1).port()) - before;
      stage.instances.get(1).close();
      stage.instances.set(1, stage.launch().awaitReady());
      Await.pause(BETWEEN);
      load.end();
      stage.settle();
      var missing = stage.missing(load, stood);
      FaultReport.put(
          "Redis comes back empty and a writer is killed",
          load.answered() + load.cut(),
          "-",
          "-",
          "-",
          "-",
          "-",
          "-",
          "-",
          load.answered(),
          "%d of %d that may be".formatted(missing, losable));
      assertThat(missing).isLessThanOrEqualTo(losable);
    }
  }

  private void judge(String name, FaultTestbed.Action action) throws Exception {
    var outcome = stage.during(AWAY, action, () -> {});
    outcome.put(name);
    assertThat(outcome.during().failed() + outcome.after().failed()).isZero();
    assertThat(outcome.missing()).isZero();
    assertThat(stage.instances.getFirst().json("/v1/view-reconciliation").get("applied").asLong())
        .isEqualTo(stage.postgres.number("accounts", "SELECT sum(views) FROM view_total"));
  }

  /** Copies the files of Redis at this instant. */
  private Path copy() throws IOException {
    stage.redis.freeze();
    var copy = copies.resolve("" + copied.incrementAndGet());
    copy(stage.redis.folder(), copy);
    stage.redis.thaw();
    return copy;
  }

  /** Kills Redis and starts it on an older copy; returns the files that it had. */
  private Path goBack(Path past) throws IOException {
    stage.redis.kill();
    var left = copies.resolve("" + copied.incrementAndGet());
    copy(stage.redis.folder(), left);
    delete(stage.redis.folder());
    Files.createDirectories(stage.redis.folder());
    if (past != null) {
      copy(past, stage.redis.folder());
    }
    stage.redis.startAgain();
    stage.redis.awaitReady();
    return left;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var each : all.toList()) {
        var target = to.resolve(from.relativize(each));
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(RedisRollbackIT::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
