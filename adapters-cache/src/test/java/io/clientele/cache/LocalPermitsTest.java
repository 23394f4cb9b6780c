package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits;
import io.clientele.domain.identity.Permits.Budget;
import io.clientele.testkit.PermitsContract;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalPermitsTest implements PermitsContract {
  /** Overflows after five seconds of a test, as {@link System#nanoTime} may. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

  @Override
  public Permits permits(Map<Budget, Limit> limits) {
    return new LocalPermits(limits, nanos::get, 1_000);
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void moreHoldersThanThereIsRoomForAreForgottenAndNotTheOneWhoKeepsAsking() {
    var limit = new Limit(1_000, Duration.ofDays(1));
    var permits = new LocalPermits(Map.of(Budget.ADDRESS, limit), nanos::get, 100);
    for (var i = 0; i < 900; i++) {
      permits.take(Budget.ADDRESS, "known");
      permits.take(Budget.ADDRESS, "stranger " + i);
    }
    assertThat(permits.holders()).isLessThanOrEqualTo(100);
    assertThat(permits.take(Budget.ADDRESS, "known").remaining()).isEqualTo(99);
  }
}
