package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.faults.FaultTestbed.Action;
import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Moves a clock an hour forward and back. No read fails, flushes continue, and every view is
 * counted once. Only access tokens, which last less than an hour, expire.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockSkewIT {
  private static final Duration STEP = Duration.ofHours(1);
  private static final Duration AHEAD = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 30 : 2);

  private FaultTestbed stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = FaultTestbed.withClocks(folder);
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void anHourOfClockSkewCausesNoFailures(String whose, Action forward, Action back)
      throws Exception {
    var outcome =
        stage.during(
            AHEAD,
            () -> {
              forward.happen();
              awaitFlush();
            },
            () -> {
              back.happen();
              awaitFlush();
            });
    outcome.put("The clock of " + whose + " goes an hour forward, and back");
    assertThat(outcome.during().failed() + outcome.after().failed()).isZero();
    assertThat(outcome.missing()).isZero();
    var reconciliation = stage.instances.getFirst().json("/v1/view-reconciliation");
    assertThat(reconciliation.get("lost").asLong()).isZero();
  }

  Stream<Arguments> clocks() {
    return Stream.of(
        Arguments.of("the service", (Action) this::ahead, (Action) this::back),
        Arguments.of(
            "PostgreSQL",
            (Action) () -> stepDatabase(STEP),
            (Action) () -> stepDatabase(Duration.ZERO)));
  }

  /** Long-lived keys stay valid, an access token has expired, and a new sign-in succeeds. */
  private void ahead() throws IOException, InterruptedException {
    var instance = stage.instances.getFirst();
    assertThat(instance.get("/v1/view-flushes").statusCode()).isEqualTo(200);
    stage.serviceClock.set(STEP);
    Await.until(
        "the access token is over", () -> instance.get("/v1/view-flushes").statusCode() == 401);
    instance.signInAgain();
    assertThat(instance.get("/v1/view-flushes").statusCode()).isEqualTo(200);
  }

  /** A token that was issued in the future is valid. */
  private void back() throws IOException, InterruptedException {
    stage.serviceClock.set(Duration.ZERO);
    assertThat(stage.instances.getFirst().get("/v1/view-flushes").statusCode()).isEqualTo(200);
  }

  private void stepDatabase(Duration off) {
    stage.postgresClock.set(off);
    Await.until(
        "it has stepped",
        () -> Math.abs(databaseSeconds() - machineSeconds() - off.toSeconds()) < 60);
  }

  private long databaseSeconds() throws SQLException {
    return stage.postgres.number("postgres", "SELECT extract(epoch FROM clock_timestamp())");
  }

  private static long machineSeconds() {
    return System.currentTimeMillis() / 1_000;
  }

  /** Waits for a scheduled flush. */
  private void awaitFlush() throws SQLException {
    var before = total();
    Await.until("views come by themselves", () -> total() > before);
  }

  private long total() throws SQLException {
    return stage.persisted().stream().mapToLong(Long::longValue).sum();
  }
}
