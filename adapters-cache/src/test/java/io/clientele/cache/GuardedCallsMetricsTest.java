package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cache.testbed.ManualMetricReader;
import io.clientele.domain.kernel.PortUnavailable;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuardedCallsMetricsTest {
  private final ManualMetricReader reader = new ManualMetricReader();

  @Test
  void callsAreMeasuredByResultAndTheBreakerByState() {
    try (var meters = SdkMeterProvider.builder().registerMetricReader(reader).build();
        var guard = new GuardedCalls("staging", Duration.ofSeconds(10), meters.get("test"))) {
      assertThat(guard.pass("add", () -> 7)).isEqualTo(7);
      assertThat(states()).containsEntry("closed", 1L).containsEntry("open", 0L);
      for (var i = 0; i < 9; i++) {
        assertThatThrownBy(() -> guard.pass("add", this::away)).isInstanceOf(PortUnavailable.class);
      }
      assertThat(ends()).isEqualTo(Map.of("ok", 1L, "unavailable", 4L, "refused", 5L));
      assertThat(states()).containsEntry("closed", 0L).containsEntry("open", 1L);
    }
  }

  private int away() {
    throw new PortUnavailable("redis", new IOException("reset"));
  }

  private Map<String, Long> ends() {
    return reader.metric("clientele.staging.duration").getHistogramData().getPoints().stream()
        .collect(Collectors.toMap(point -> of(point, "outcome"), point -> point.getCount()));
  }

  private Map<String, Long> states() {
    return reader.metric("clientele.staging.breaker").getLongGaugeData().getPoints().stream()
        .collect(Collectors.toMap(point -> of(point, "state"), point -> point.getValue()));
  }

  private static String of(PointData point, String attribute) {
    return String.valueOf(point.getAttributes().get(AttributeKey.stringKey(attribute)));
  }
}
