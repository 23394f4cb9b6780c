package io.clientele.cache.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.testbed.ManualMetricReader;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.RateLimiter.Budget;
import io.clientele.testkit.kernel.RateLimiterContract;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredRateLimiterTest implements RateLimiterContract {
  private final AtomicLong nanos = new AtomicLong();
  private final ManualMetricReader metrics = new ManualMetricReader();
  private final SdkMeterProvider meters =
      SdkMeterProvider.builder().registerMetricReader(metrics).build();

  @AfterEach
  void stop() {
    meters.close();
  }

  @Override
  public RateLimiter permits(Map<Budget, Quota> limits) {
    return new MeteredRateLimiter(
        new LocalRateLimiter(limits, nanos::get, 1_000), meters.get("test"));
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void whatIsRefusedIsCountedByBudgetAndNotByHolder() {
    var one = new Quota(1, Duration.ofMinutes(1));
    var permits = permits(Map.of(Budget.ADDRESS, one, Budget.SIGN_IN_NAME, one));
    for (var i = 0; i < 4; i++) {
      permits.take(Budget.ADDRESS, "192.0.2.1");
      permits.take(Budget.ADDRESS, "192.0.2.2");
    }
    permits.take(Budget.SIGN_IN_NAME, "ada@example.com");
    permits.take(Budget.SIGN_IN_NAME, "ada@example.com");

    var expected = new HashMap<String, Long>();
    for (var budget : Budget.values()) {
      expected.put(budget.name().toLowerCase(Locale.ROOT), 0L);
    }
    expected.putAll(Map.of("address", 6L, "sign_in_name", 1L));
    assertThat(refused()).isEqualTo(expected);
  }

  private Map<String, Long> refused() {
    var budget = AttributeKey.stringKey("budget");
    return metrics.metric("clientele.permits.refused").getLongSumData().getPoints().stream()
        .collect(
            Collectors.toMap(
                point -> point.getAttributes().get(budget), point -> point.getValue()));
  }
}
