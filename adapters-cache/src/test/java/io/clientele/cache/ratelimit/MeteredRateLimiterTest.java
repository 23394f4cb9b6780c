package io.clientele.cache.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cache.testbed.ManualMetricReader;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.testkit.kernel.RateLimiterContract;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import java.time.Duration;
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
  public RateLimiter permits(Map<RateLimit, Quota> quotas) {
    return new MeteredRateLimiter(
        new LocalRateLimiter(quotas, nanos::get, 1_000), quotas.keySet(), meters.get("test"));
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void refusalsAreCountedByLimitAndNotByKey() {
    var one = new Quota(1, Duration.ofMinutes(1));
    var permits = permits(Map.of(CALLS, one, SIGN_INS, one));
    for (var i = 0; i < 4; i++) {
      permits.take(CALLS, "192.0.2.1");
      permits.take(CALLS, "192.0.2.2");
    }
    permits.take(SIGN_INS, "ada@example.com");
    permits.take(SIGN_INS, "ada@example.com");

    assertThat(refused()).isEqualTo(Map.of("calls", 6L, "sign_ins", 1L));
  }

  @Test
  void aLimitWithoutRefusalsCountsZero() {
    permits(Map.of(CALLS, CALLS.byDefault(), SIGN_INS, SIGN_INS.byDefault()));
    assertThat(refused()).isEqualTo(Map.of("calls", 0L, "sign_ins", 0L));
  }

  private Map<String, Long> refused() {
    var budget = AttributeKey.stringKey("budget");
    return metrics.metric("clientele.permits.refused").getLongSumData().getPoints().stream()
        .collect(
            Collectors.toMap(
                point -> point.getAttributes().get(budget), point -> point.getValue()));
  }
}
