package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.load.ClosedLoopReads;
import io.clientele.testbed.service.ServiceCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes at random moments under load. A failed run is repeated with its printed seed; the
 * profile long runs longer.
 */
class RandomKillsIT {
  private static final Duration UNDER_FIRE =
      LongProfile.IS_ACTIVE ? Duration.ofMinutes(15) : Duration.ofSeconds(20);

  /** The age limit of unsent views: a writer sends every 20 ms, later on a busy machine. */
  private static final long UNSENT_NANOS = Duration.ofSeconds(1).toNanos();

  private final long seed = Long.getLong("clientele.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private int kills;
  private long losable;

  @Test
  void killsOfRedisAndPostgresLoseNothing(@TempDir Path folder) throws Exception {
    fire(folder, List.of(this::killRedis, this::killPostgres));
  }

  @Test
  void killsOfAServiceLoseAtMostUnsentViews(@TempDir Path folder) throws Exception {
    fire(
        folder,
        List.of(
            this::killService, this::killRedis, this::killPostgres, this::killServiceWithoutRedis));
  }

  private void fire(Path folder, List<Fault> faults) throws Exception {
    System.out.println("KillIT: -Dclientele.seed=" + seed);
    try (var stage = ServiceCluster.set(folder, 2, Map.of("VIEWS_FLUSH_INTERVAL", "PT1S"))) {
      var accounts = stage.openAccounts(30);
      var load = ClosedLoopReads.start(accounts, stage.ports(), stage::bearer, 4, seed);
      var end = System.nanoTime() + UNDER_FIRE.toNanos();
      for (var next = 0; System.nanoTime() - end < 0 || next < faults.size(); next++) {
        faults.get(next < faults.size() ? next : random.nextInt(faults.size())).strike(stage, load);
        kills++;
        pauseUpTo(1_500);
      }
      load.close();
      stage.settle();
      judge(stage, accounts, load);
    }
  }

  private void judge(ServiceCluster stage, List<String> accounts, ClosedLoopReads load)
      throws SQLException, IOException, InterruptedException {
    var missing = 0L;
    var total = 0L;
    for (var i = 0; i < accounts.size(); i++) {
      var views = stage.views(accounts.get(i));
      assertThat(views).as("nothing counted twice").isLessThanOrEqualTo(load.sent(i));
      missing += Math.max(0, load.answered(i) - views);
      total += views;
    }
    System.out.printf(
        "KillIT: %d strikes, %,d views answered, %,d counted, %d missing of %d that may be%n",
        kills, load.answered(), total, missing, losable);
    assertThat(missing).isLessThanOrEqualTo(losable);
    var reconciliation = stage.instance(0).json("/v1/view-reconciliation");
    assertThat(reconciliation.get("applied").asLong()).isEqualTo(total);
    assertThat(reconciliation.get("balanced").asBoolean()).isTrue();
  }

  private void killRedis(ServiceCluster stage, ClosedLoopReads load) throws IOException {
    stage.redis.kill();
    pauseUpTo(1_500);
    stage.redis.startAgain();
    stage.redis.awaitReady();
  }

  private void killPostgres(ServiceCluster stage, ClosedLoopReads load) throws IOException {
    stage.postgres.kill();
    pauseUpTo(1_000);
    stage.postgres.startAgain();
  }

  private void killService(ServiceCluster stage, ClosedLoopReads load) {
    var victim = flushed(stage);
    pauseUpTo(1_500);
    kill(stage, load, victim, System.nanoTime() - UNSENT_NANOS);
    stage.startAgain(victim);
  }

  /** Kills the service during an outage of Redis: its unsent views exist nowhere else. */
  private void killServiceWithoutRedis(ServiceCluster stage, ClosedLoopReads load)
      throws IOException {
    var victim = flushed(stage);
    var since = System.nanoTime() - UNSENT_NANOS;
    stage.redis.kill();
    pauseUpTo(1_000);
    kill(stage, load, victim, since);
    stage.redis.startAgain();
    stage.redis.awaitReady();
    stage.startAgain(victim);
  }

  /** Returns an instance whose views are all sent, so that the possible loss is known. */
  private int flushed(ServiceCluster stage) {
    var victim = random.nextInt(2);
    Await.until(
        "a flush of everything",
        () -> stage.instance(victim).post("/v1/view-flushes", "").statusCode() == 200);
    return victim;
  }

  private void kill(ServiceCluster stage, ClosedLoopReads load, int victim, long since) {
    var port = stage.ports().get(victim);
    stage.instance(victim).kill();
    losable += load.answeredSince(port, since);
  }

  private void pauseUpTo(int millis) {
    Await.pause(Duration.ofMillis(random.nextInt(millis)));
  }

  /** One fault, which is repaired when the call returns. */
  private interface Fault {
    void strike(ServiceCluster stage, ClosedLoopReads load) throws IOException;
  }
}
