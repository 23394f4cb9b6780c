package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.faults.FaultTestbed.Action;
import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.network.FaultyProxy.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Without PostgreSQL requests for accounts get 503 soon. The service recovers when PostgreSQL is
 * back. No acknowledged write is lost, and no view is counted twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresFaultsIT {
  private static final Duration OUTAGE = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 30 : 3);

  /** The short run allows for a busy machine. */
  private static final double REFUSED_MAX_MILLIS = LongProfile.IS_ACTIVE ? 2_000 : 5_000;

  private static final double RECOVERY_MAX_MILLIS = 5_000;

  private FaultTestbed stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = FaultTestbed.set(folder, 1, Map.of());
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void readsFailFastAndNothingAcknowledgedIsLost(String name, Action begin, Action end)
      throws Exception {
    var acknowledged = new ArrayList<String>();
    var writer = Thread.ofPlatform().start(() -> open(name, acknowledged));
    var outcome = stage.during(OUTAGE, begin, end);
    writer.interrupt();
    writer.join();
    outcome.put(name);
    assertThat(outcome.during().failed()).isPositive();
    assertThat(outcome.during().how())
        .as("nothing but 503")
        .startsWith("{503=")
        .doesNotContain(",");
    assertThat(outcome.during().slowestFailed()).isLessThan(REFUSED_MAX_MILLIS);
    assertThat(outcome.recoveryMillis()).isLessThan(RECOVERY_MAX_MILLIS);
    assertThat(outcome.missing()).isZero();
    assertThat(acknowledged).isNotEmpty();
    for (var id : acknowledged) {
      assertThat(stage.instances.getFirst().get("/v1/accounts/" + id).statusCode()).isEqualTo(200);
    }
  }

  Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            "PostgreSQL is gone",
            (Action) () -> stage.postgres.kill(),
            (Action) () -> stage.postgres.startAgain()),
        Arguments.of(
            "PostgreSQL hangs",
            (Action) () -> stage.toPostgres.setMode(Mode.HALF_OPEN),
            (Action) () -> stage.toPostgres.setMode(Mode.PASS)));
  }

  private void open(String name, List<String> acknowledged) {
    for (var i = 0; !Thread.currentThread().isInterrupted(); i++) {
      try {
        acknowledged.add(stage.instances.getFirst().open(name.replaceAll("\\W", "-") + " " + i));
      } catch (IOException away) {
        Await.pause(Duration.ofMillis(20));
      } catch (InterruptedException stop) {
        return;
      }
      Await.pause(Duration.ofMillis(50));
    }
  }
}
