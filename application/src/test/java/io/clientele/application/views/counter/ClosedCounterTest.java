package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.views.Views;
import io.clientele.application.views.fixture.CounterFixture;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests views that are counted after the counter was closed. */
final class ClosedCounterTest {
  private final CounterFixture bench = new CounterFixture(2);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aViewAfterTheEndIsReportedAsLost(boolean isStaged) {
    var views = counter(isStaged);
    CounterFixture.count(views, bench.sample.subject(), 3);
    views.close();
    CounterFixture.count(views, bench.sample.subject(), 2);
    assertThat(views.figures().lost()).isEqualTo(Map.of("buffer-full", 0L, "closed", 2L));
    assertThat(views.figures().counted()).isEqualTo(3);
    assertThat(views.reconcile().lost()).isEqualTo(2);
    assertThat(views.reconcile().counted()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aViewDuringTheLastFlushIsReportedToOtherInstances(boolean isStaged) {
    var views = counter(isStaged);
    var late = bench.sample.subject();
    views.recorder().count(bench.sample.subject());
    bench.ledger.before(isStaged ? "apply" : "applyDirect", () -> views.recorder().count(late));
    views.close();
    bench.ledger.calm();
    bench.pass(Duration.ofMinutes(2));
    var reconciliation = counter(isStaged).reconcile();
    assertThat(reconciliation.lost()).isEqualTo(1);
    assertThat(reconciliation.counted()).isEqualTo(1);
    assertThat(reconciliation.balanced()).isTrue();
  }

  /** Lost views are reported for the first shard, which has no other views here. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWriterWithoutBatchesReportsItsLosses(boolean isStaged) {
    var views = counter(isStaged);
    views.close();
    views.recorder().count(bench.sample.subject());
    views.close();
    assertThat(counter(isStaged).reconcile().lost()).isEqualTo(1);
  }

  private Views counter(boolean isStaged) {
    return isStaged ? bench.counter() : bench.direct();
  }
}
