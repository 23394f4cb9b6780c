package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.FileLocks;
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
 * Kills processes at random moments under load. A failed run is repeated with its printed seed. The
 * profile long kills a thousand processes.
 */
class RandomKillsIT {
  private static final Duration UNDER_FIRE = Duration.ofSeconds(20);

  /** The least number of killed processes of one test: a thousand in both tests of a long run. */
  private static final int KILLS_MIN = LongProfile.IS_ACTIVE ? 500 : 5;

  /** The age limit of unsent views: a writer sends every 20 ms, later on a busy machine. */
  private static final long UNSENT_NANOS = Duration.ofSeconds(1).toNanos();

  private final long seed = Long.getLong("clientele.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private int kills;
  private long losable;

  @Test
  void killsOfRedisAndPostgresLoseNothing(@TempDir Path folder) throws Exception {
    fire(
        "Redis and PostgreSQL are killed, again and again",
        folder,
        List.of(this::killRedis, this::killPostgres));
  }

  @Test
  void killsOfAServiceLoseAtMostUnsentViews(@TempDir Path folder) throws Exception {
    fire(
        "The service, Redis and PostgreSQL are killed, again and again",
        folder,
        List.of(
            this::killService, this::killRedis, this::killPostgres, this::killServiceWithoutRedis));
  }

  private void fire(String name, Path folder, List<Fault> faults) throws Exception {
    System.out.println("RandomKillsIT: -Dclientele.seed=" + seed);
    try (var _ = FileLocks.take(FileLocks.CORES);
        var stage = ServiceCluster.set(folder, 2, Map.of("VIEWS_FLUSH_INTERVAL", "PT1S"))) {
      var accounts = stage.openAccounts(30);
      var load = ClosedLoopReads.start(accounts, stage.ports(), stage::bearer, 4, seed);
      var end = System.nanoTime() + UNDER_FIRE.toNanos();
      for (var next = 0; System.nanoTime() - end < 0 || kills < KILLS_MIN; next++) {
        faults.get(next < faults.size() ? next : random.nextInt(faults.size())).strike(stage, load);
        pauseUpTo(1_500);
      }
      load.close();
      stage.settle();
      judge(name, stage, accounts, load);
    }
  }

  private void judge(String name, ServiceCluster stage, List<String> accounts, ClosedLoopReads load)
      throws SQLException, IOException, InterruptedException {
    var missing = 0L;
    var total = 0L;
    for (var i = 0; i < accounts.size(); i++) {
      var views = stage.views(accounts.get(i));
      assertThat(views).as("nothing counted twice").isLessThanOrEqualTo(load.sent(i));
      missing += Math.max(0, load.answered(i) - views);
      total += views;
    }
    report(name, load, "%d of %d that may be; %d kills".formatted(missing, losable, kills));
    assertThat(missing).isLessThanOrEqualTo(losable);
    var reconciliation = stage.instance(0).json("/v1/view-reconciliation");
    assertThat(reconciliation.get("applied").asLong()).isEqualTo(total);
    assertThat(reconciliation.get("balanced").asBoolean()).isTrue();
  }

  private static void report(String name, ClosedLoopReads load, String missing) {
    var requests = load.answered() + load.failed();
    FaultReport.put(
        name, requests, load.failed(), "-", "-", "-", "-", "-", "-", load.answered(), missing);
  }

  private void killRedis(ServiceCluster stage, ClosedLoopReads load) throws IOException {
    stage.redis.kill();
    kills++;
    pauseUpTo(1_500);
    stage.redis.startAgain();
    stage.redis.awaitReady();
  }

  private void killPostgres(ServiceCluster stage, ClosedLoopReads load) throws IOException {
    stage.postgres.kill();
    kills++;
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
    kills++;
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
    kills++;
    losable += load.answeredSince(port, since);
  }

  /** Pauses for a random time; most pauses are short. */
  private void pauseUpTo(int millis) {
    var share = random.nextDouble();
    Await.pause(Duration.ofMillis(Math.round(millis * share * share)));
  }

  /** One fault, which is repaired when the call returns. */
  private interface Fault {
    void strike(ServiceCluster stage, ClosedLoopReads load) throws IOException;
  }
}
