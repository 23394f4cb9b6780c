package io.clientele.testkit;

import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.inmemory.views.counter.InMemoryViewCounter;
import io.clientele.testkit.views.counter.InMemoryViewCounterTest;
import java.util.function.Function;

/** As {@link ContractFixtures}, for the interfaces of a view counter. */
final class CounterContractFixtures {
  private CounterContractFixtures() {}

  static final class OfRecorder extends InMemoryViewCounterTest {
    static Function<InMemoryViewCounter, ViewRecorder> breaking = right -> right;

    @Override
    public ViewRecorder recorder() {
      return breaking.apply(counter());
    }
  }

  static final class OfTotals extends InMemoryViewCounterTest {
    static Function<InMemoryViewCounter, ViewTotals> breaking = right -> right;

    @Override
    public ViewTotals totals() {
      return breaking.apply(counter());
    }

    @Override
    public ViewTotals totalsAway() {
      counter().startOutage();
      return breaking.apply(counter());
    }
  }

  static final class OfFlushControl extends InMemoryViewCounterTest {
    static Function<InMemoryViewCounter, FlushControl> breaking = right -> right;

    @Override
    public FlushControl flushControl() {
      return breaking.apply(counter());
    }
  }
}
