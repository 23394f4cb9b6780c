package io.clientele.cache.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.testkit.kernel.RateLimiterContract;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest implements RateLimiterContract {
  /** Overflows after five seconds of a test, as {@link System#nanoTime} may. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

  @Override
  public RateLimiter permits(Map<RateLimit, Quota> quotas) {
    return new LocalRateLimiter(quotas, nanos::get, 1_000);
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void aboveTheBoundIdleKeysAreEvictedFirst() {
    var limit = new Quota(1_000, Duration.ofDays(1));
    var permits = new LocalRateLimiter(Map.of(CALLS, limit), nanos::get, 100);
    for (var i = 0; i < 900; i++) {
      permits.take(CALLS, "known");
      permits.take(CALLS, "stranger " + i);
    }
    assertThat(permits.holders()).isLessThanOrEqualTo(100);
    assertThat(permits.take(CALLS, "known").remaining()).isEqualTo(99);
  }
}
