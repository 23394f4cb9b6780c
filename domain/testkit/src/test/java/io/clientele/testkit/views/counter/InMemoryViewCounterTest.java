package io.clientele.testkit.views.counter;

import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.inmemory.views.counter.InMemoryViewCounter;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

public class InMemoryViewCounterTest
    implements ViewRecorderContract, ViewTotalsContract, FlushControlContract {
  private final InMemoryViewCounter counter = new InMemoryViewCounter(() -> Sample.BEGINNING);

  @Override
  public ViewRecorder recorder() {
    return counter;
  }

  @Override
  public long recorded(UUID subject) {
    return Objects.requireNonNull(counter.live(List.of(subject)).get(subject)).total();
  }

  @Override
  public void recorderGoesAway() {
    counter.startOutage();
  }

  @Override
  public ViewTotals totals() {
    return counter;
  }

  @Override
  public ViewTotals totalsAway() {
    counter.startOutage();
    return counter;
  }

  @Override
  public void count(UUID subject, int views) {
    for (var i = 0; i < views; i++) {
      counter.count(subject);
    }
  }

  @Override
  public void persist() {
    counter.flush(Duration.ZERO);
  }

  @Override
  public FlushControl flushControl() {
    return counter;
  }

  @Override
  public long persisted(UUID subject) {
    return counter.persisted(subject);
  }

  @Override
  public void storeGoesAway() {
    counter.startOutage();
  }

  @Override
  public void storeComesBack() {
    counter.endOutage();
  }

  protected final InMemoryViewCounter counter() {
    return counter;
  }
}
