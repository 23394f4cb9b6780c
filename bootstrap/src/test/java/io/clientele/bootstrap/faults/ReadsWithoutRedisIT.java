package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.load.ClosedLoopReads;
import io.clientele.testbed.network.FaultyProxy;
import io.clientele.testbed.network.FaultyProxy.Mode;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.RedisProcess;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A read neither fails nor waits during a failure of Redis, and its view is counted in the end. */
class ReadsWithoutRedisIT {
  private static final Duration FAULT_DURATION = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 10 : 2);

  /** A read that waits for Redis would take its time-out, far above the normal time. */
  private static final double SLOWER_MAX = 10;

  @TempDir private Path folder;
  private PostgresProcess postgres;
  private RedisProcess redis;
  private FaultyProxy line;
  private ServiceProcess service;

  @BeforeEach
  void start() throws IOException {
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    redis = RedisProcess.start(Files.createDirectories(folder.resolve("redis")));
    line = FaultyProxy.before(redis.port());
    service =
        ServiceLauncher.on(
            folder,
            postgres.url("accounts"),
            "redis://127.0.0.1:" + line.port(),
            Map.of("VIEWS_FLUSH_INTERVAL", "PT1S"));
    service.awaitReady();
  }

  @AfterEach
  void stop() {
    service.close();
    line.close();
    redis.close();
    postgres.close();
  }

  @Test
  void readsNeitherFailNorWaitAndAllAreCounted() throws Exception {
    var accounts = new ArrayList<String>();
    for (var i = 0; i < 20; i++) {
      accounts.add(service.open("Client " + i));
    }
    var load = ClosedLoopReads.start(accounts, List.of(service.port()), service::bearer, 3, 1);
    Await.pause(FAULT_DURATION);
    load.drainLatencies(); // of a JVM that was cold
    Await.pause(FAULT_DURATION);
    var before = load.drainLatencies();

    during("hanging", load, before, redis::freeze, redis::thaw);
    during("resetting", load, before, this::reset, () -> line.setMode(Mode.PASS));
    during("down", load, before, redis::kill, redis::startAgain);
    during("loading", load, before, this::loadSlowly, () -> {});

    load.close();
    Await.until("all is flushed", () -> service.post("/v1/view-flushes", "").statusCode() == 200);
    assertThat(load.failed()).isZero();
    for (var i = 0; i < accounts.size(); i++) {
      var views = service.json("/v1/accounts/" + accounts.get(i) + "/views");
      assertThat(views.get("persisted").asLong()).isEqualTo(load.answered(i));
    }
    assertThat(service.json("/v1/view-reconciliation").get("lost").asLong()).isZero();
  }

  /** Resets all open and new connections. */
  private void reset() {
    line.setMode(Mode.REFUSE);
    line.reset();
  }

  private void during(String what, ClosedLoopReads load, long[] before, Fault fault, Fault cure)
      throws IOException {
    fault.happen();
    load.drainLatencies();
    Await.pause(FAULT_DURATION);
    var during = load.drainLatencies();
    cure.happen();
    redis.awaitReady();
    System.out.printf(
        "Redis %s: %d reads, p50 %.1f ms (before %.1f), p95 %.1f ms (before %.1f)%n",
        what, during.length, p(during, 50), p(before, 50), p(during, 95), p(before, 95));
    assertThat(load.failed()).as("reads that failed with Redis " + what).isZero();
    assertThat(during).as("reads with Redis " + what).isNotEmpty();
    assertThat(p(during, 95)).as("p95 with Redis " + what).isLessThan(SLOWER_MAX * p(before, 95));
  }

  private static double p(long[] sorted, int percent) {
    return sorted[sorted.length * percent / 100] / 1e6;
  }

  /** Makes Redis load for seconds, as with a large log, by a delay at some 50,000 commands. */
  private void loadSlowly() throws IOException {
    for (var i = 0; i < 1_000; i++) {
      redis.command("SET other:" + i + " 1");
    }
    redis.kill();
    redis.startAgain("--key-load-delay", "100", "--loading-process-events-interval-bytes", "1024");
    Await.until("Redis is loading", () -> redis.command("GET other:1").startsWith("-LOADING"));
  }

  /** An action on Redis. */
  private interface Fault {
    void happen() throws IOException;
  }
}
