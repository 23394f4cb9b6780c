package io.clientele.testkit.kernel;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryRateLimiterTest implements RateLimiterContract {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public RateLimiter permits(Map<RateLimit, Quota> quotas) {
    return new InMemoryRateLimiter(quotas, nanos::get);
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
