package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.counter.Reconciliation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs one process while any two requests or responses are lost. */
final class LostResponseTest {
  private static final List<String> DAY =
      List.of(
          "views-send",
          "views-sync",
          "views-heartbeat",
          "views-flush",
          "views-send",
          "views-direct",
          "views-sync",
          "views-flush");

  @Test
  void whenAnyTwoResponsesAreLostEveryViewArrivesOnce() {
    var points = day(0, 0);
    assertThat(points).as("questions and answers").isGreaterThan(40);
    for (var first = 1; first <= points; first++) {
      for (var second = first; second <= points; second++) {
        day(first, second);
      }
    }
  }

  /** The number of requests and responses. */
  private static int day(int first, int second) {
    var bench = new CounterFixture(1);
    var views = bench.counter();
    var id = bench.sample.subject();
    var points = new int[1];
    Runnable losing =
        () -> {
          points[0]++;
          if (points[0] == first || points[0] == second) {
            InterceptedPort.lose();
          }
        };
    bench.staging.everywhere(losing);
    bench.ledger.everywhere(losing);
    DAY.forEach(job -> work(bench, views, id, job));
    bench.staging.calm();
    bench.ledger.calm();
    views.flush(Duration.ofSeconds(5));
    assertThat(bench.persisted(id)).as("lost: %s and %s", first, second).isEqualTo(2L * DAY.size());
    assertThat(views.reconcile())
        .as("lost: %s and %s", first, second)
        .isEqualTo(new Reconciliation(16, 0L, 0L, 0L, 16, 0, 0, true, bench.now()));
    return points[0];
  }

  private static void work(CounterFixture bench, ViewCounter views, UUID id, String job) {
    CounterFixture.count(views, id, 2);
    try {
      CounterFixture.run(views, job);
    } catch (PortUnavailable expected) {
      bench.pass(Duration.ofMillis(1));
    }
    bench.pass(Duration.ofSeconds(20));
  }
}
