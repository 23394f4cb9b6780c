package io.clientele.application.views.counter;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.inmemory.views.staging.InMemoryViewStaging;
import io.clientele.testkit.views.counter.FlushControlContract;
import io.clientele.testkit.views.counter.ViewRecorderContract;
import io.clientele.testkit.views.counter.ViewTotalsContract;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

/** Both counters keep the contracts of all three interfaces. */
final class CounterContractsTest {
  private static final ViewCounterSettings SETTINGS = ViewCounterSettings.of(Duration.ofMinutes(5));

  @Nested
  final class ThroughAStaging extends Contracts {
    private final InMemoryViewStaging staging = new InMemoryViewStaging();
    private final ViewCounter counter =
        new ViewCounter(staging, ledger, new InMemoryFlushLog(), SETTINGS);

    @Override
    Views counter() {
      return counter;
    }

    @Override
    void send() {
      CounterFixture.run(counter, "views-send");
    }

    @Override
    public void recorderGoesAway() {
      staging.startOutage();
      super.recorderGoesAway();
    }
  }

  @Nested
  final class OnTheLedgerAlone extends Contracts {
    private final DirectViewCounter counter =
        new DirectViewCounter(ledger, new InMemoryFlushLog(), SETTINGS);

    @Override
    Views counter() {
      return counter;
    }

    @Override
    void send() {}
  }

  private abstract static class Contracts
      implements ViewRecorderContract, ViewTotalsContract, FlushControlContract {
    final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(4, 2));

    abstract Views counter();

    abstract void send();

    @Override
    public ViewRecorder recorder() {
      return counter().recorder();
    }

    @Override
    public long recorded(UUID subject) {
      send();
      return CounterFixture.live(counter(), subject).total();
    }

    @Override
    public void recorderGoesAway() {
      ledger.startOutage();
    }

    @Override
    public ViewTotals totals() {
      return counter();
    }

    @Override
    public ViewTotals totalsAway() {
      ledger.startOutage();
      return counter();
    }

    @Override
    public void count(UUID subject, int views) {
      CounterFixture.count(counter(), subject, views);
      send();
    }

    @Override
    public void persist() {
      counter().flush(Duration.ofSeconds(10));
    }

    @Override
    public FlushControl flushControl() {
      return counter();
    }

    @Override
    public long persisted(UUID subject) {
      return ledger.viewsOf(subject);
    }

    @Override
    public void storeGoesAway() {
      ledger.startOutage();
    }

    @Override
    public void storeComesBack() {
      ledger.endOutage();
    }
  }
}
