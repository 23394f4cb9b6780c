package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.faults.FaultTestbed.Action;
import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.network.FaultyProxy.Mode;
import io.clientele.testbed.server.RedisProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * During failures of Redis or its network no read fails or waits, and every answered view is
 * counted once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisFaultsIT {
  private static final Duration OUTAGE = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 60 : 2);
  private static final Duration BETWEEN_CUTS = Duration.ofMillis(150);

  /** Reads that wait for Redis would have its time-out as their median. */
  private static final double MEDIAN_MAX_MILLIS = 150;

  private Path folder;
  private FaultTestbed stage;
  private RedisProcess replica;

  @BeforeAll
  void start(@TempDir Path into) {
    folder = into;
    stage = FaultTestbed.set(folder, 1, Map.of());
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void readsNeitherFailNorWaitAndEveryViewIsCountedOnce(String name, Action begin, Action end)
      throws Exception {
    var outcome = stage.during(OUTAGE, begin, end);
    outcome.put(name);
    assertThat(outcome.during().failed() + outcome.after().failed()).isZero();
    assertThat(outcome.during().p50())
        .isLessThan(Math.max(MEDIAN_MAX_MILLIS, 3 * outcome.before().p50()));
    assertThat(outcome.missing()).isZero();
  }

  Stream<Arguments> faults() {
    var always =
        Stream.of(
            fault("Redis is gone", () -> stage.redis.kill(), this::endOutage),
            fault("Redis hangs", () -> stage.redis.freeze(), () -> stage.redis.thaw()),
            fault("Redis fails over to a replica", this::failOver, () -> {}),
            fault("Redis is full (maxmemory)", this::fill, this::empty),
            fault("Redis: its disk is full", this::fillDisk, this::freeDisk),
            fault(
                "Redis: its disk is full and it ends of that",
                this::endOfFullDisk,
                this::endOutage),
            fault("Redis: connections cut, by RST and FIN in turn", this::cut, () -> {}));
    var inTheLongRun =
        Stream.of(
            line("Redis: the line is half open", Mode.HALF_OPEN),
            line("Redis: latency and jitter of 5 to 65 ms", Mode.SLOW),
            line("Redis: the line trickles", Mode.TRICKLE),
            line("Redis: answers are lost", Mode.RESPONSES_LOST));
    return LongProfile.IS_ACTIVE ? Stream.concat(always, inTheLongRun) : always;
  }

  private Arguments line(String name, Mode mode) {
    return fault(
        name,
        () -> stage.toRedis.setMode(mode),
        () -> {
          stage.toRedis.setMode(Mode.PASS);
          stage.toRedis.reset();
        });
  }

  private static Arguments fault(String name, Action begin, Action end) {
    return Arguments.of(name, begin, end);
  }

  private void endOutage() throws IOException {
    stage.redis.startAgain();
    stage.redis.awaitReady();
  }

  /** Promotes the replica half of the time later, without the writes that it has not received. */
  private void failOver() throws IOException {
    replica = RedisProcess.start(Files.createDirectories(folder.resolve("replica")));
    replica.command("REPLICAOF 127.0.0.1 " + stage.redis.port());
    Await.until("it follows", () -> replica.info("replication").contains("link_status:up"));
    stage.toRedis.setMode(Mode.REFUSE);
    stage.redis.kill();
    Await.pause(OUTAGE.dividedBy(2));
    replica.command("REPLICAOF NO ONE");
    stage.redis = replica;
    stage.toRedis.redirectTo(replica.port());
    stage.toRedis.setMode(Mode.PASS);
  }

  private void fill() throws IOException {
    stage.redis.command("CONFIG SET maxmemory 1mb");
  }

  private void empty() throws IOException {
    stage.redis.command("CONFIG SET maxmemory 0");
  }

  /**
   * With {@code appendfsync everysec} Redis survives a full disk, and refuses writes until there is
   * room.
   */
  private void fillDisk() throws IOException {
    stage.redis.command("CONFIG SET appendfsync everysec");
    stage.redis.fillDisk();
    Await.until("it refuses", () -> stage.redis.command("SET a b").startsWith("-MISCONF"));
  }

  private void freeDisk() throws IOException {
    stage.redis.freeDisk();
    Await.until("it writes", () -> stage.redis.command("SET a b").startsWith("+OK"));
    stage.redis.command("CONFIG SET appendfsync always");
  }

  /**
   * With {@code appendfsync always} Redis ends on a full disk. It is started again with free space.
   */
  private void endOfFullDisk() throws IOException {
    stage.redis.fillDisk();
    stage.redis.awaitEnd();
  }

  private void cut() {
    var end = System.nanoTime() + OUTAGE.toNanos();
    for (var i = 0; System.nanoTime() - end < 0; i++) {
      if (i % 2 == 0) {
        stage.toRedis.reset();
      } else {
        stage.toRedis.closeConnections();
      }
      Await.pause(BETWEEN_CUTS);
    }
  }
}
