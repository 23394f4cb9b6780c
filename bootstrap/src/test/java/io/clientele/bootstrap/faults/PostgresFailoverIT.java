package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.network.FaultyProxy.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the primary during commits whose responses are dropped, and promotes its streaming standby.
 * Acknowledged writes are there, others are there once or not at all, and every view is counted
 * once.
 */
class PostgresFailoverIT {
  private static final Duration AWAY = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 30 : 3);

  /** Enough that some of them are openings; others are renamings, flushes and the audit chain. */
  private static final int LOST_RESPONSES = 12;

  private static final int WRITES_PER_SECOND = 20;

  /** The short run allows for a busy machine. */
  private static final double RECOVERY_MAX_MILLIS = LongProfile.IS_ACTIVE ? 5_000 : 15_000;

  /**
   * Writes that were acknowledged are stored once.
   *
   * @param address {@code REFUSE} for a process that died, {@code HALF_OPEN} for a machine
   */
  @ParameterizedTest
  @MethodSource("addresses")
  void acknowledgedChangesExistOnce(Mode address, @TempDir Path folder) throws Exception {
    try (var stage = FaultTestbed.withStandby(folder);
        var writes =
            OpenLoopWrites.start(
                stage.instances.getFirst(), stage.key(), "failover", WRITES_PER_SECOND)) {
      var outcome = stage.during(AWAY, () -> die(stage, address), stage::promote);
      writes.end();
      writes.demandAll(stage.postgres);
      outcome.put(
          "PostgreSQL fails over to a standby, commits unanswered, the old address "
              + (address == Mode.REFUSE ? "refuses" : "is silent"),
          "%d, and 0 of %d writes; %d were unanswered at first, %d openings committed all the same"
              .formatted(
                  outcome.missing(),
                  writes.acknowledged(),
                  writes.unanswered(),
                  writes.replayed()));
      assertThat(writes.replayed()).as("commits whose response was lost").isPositive();
      assertThat(outcome.during().how()).matches("\\{503=\\d+}");
      assertThat(outcome.missing()).isZero();
      assertThat(outcome.recoveryMillis()).isLessThan(RECOVERY_MAX_MILLIS);
    }
  }

  static Stream<Mode> addresses() {
    return LongProfile.IS_ACTIVE ? Stream.of(Mode.REFUSE, Mode.HALF_OPEN) : Stream.of(Mode.REFUSE);
  }

  /** For a moment the primary and its standby commit, and the responses are dropped. */
  private static void die(FaultTestbed stage, Mode address) throws Exception {
    stage.toPostgres.setMode(Mode.COMMIT_RESPONSES_LOST);
    Await.until(
        "commits whose response is lost",
        () -> stage.toPostgres.lostCommitResponses() >= LOST_RESPONSES);
    stage.toPostgres.setMode(address);
    stage.postgres.kill();
  }
}
