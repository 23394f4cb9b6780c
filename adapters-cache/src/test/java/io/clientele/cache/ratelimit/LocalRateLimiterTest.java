package io.clientele.cache.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.RateLimiter.Budget;
import io.clientele.testkit.kernel.RateLimiterContract;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest implements RateLimiterContract {
  /** Overflows after five seconds of a test, as {@link System#nanoTime} may. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

  @Override
  public RateLimiter permits(Map<Budget, Quota> limits) {
    return new LocalRateLimiter(limits, nanos::get, 1_000);
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void moreHoldersThanThereIsRoomForAreForgottenAndNotTheOneWhoKeepsAsking() {
    var limit = new Quota(1_000, Duration.ofDays(1));
    var permits = new LocalRateLimiter(Map.of(Budget.ADDRESS, limit), nanos::get, 100);
    for (var i = 0; i < 900; i++) {
      permits.take(Budget.ADDRESS, "known");
      permits.take(Budget.ADDRESS, "stranger " + i);
    }
    assertThat(permits.holders()).isLessThanOrEqualTo(100);
    assertThat(permits.take(Budget.ADDRESS, "known").remaining()).isEqualTo(99);
  }
}
