package io.clientele.testkit;

import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits;
import io.clientele.domain.identity.Permits.Budget;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryPermitsTest implements PermitsContract {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public Permits permits(Map<Budget, Limit> limits) {
    return new InMemoryPermits(limits, nanos::get);
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
