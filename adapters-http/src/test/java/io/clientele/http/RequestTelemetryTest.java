package io.clientele.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.InMemoryAccounts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTelemetryTest {
  /** Each would be kept for ever. */
  @Test
  void whateverSchemesARequestLineNamesThereAreNoMoreSeries() throws Exception {
    try (var measured = new Measured();
        var service =
            new InMemoryService(
                HttpConfig.of("127.0.0.1", 0), new InMemoryAccounts(), measured.telemetry())) {
      for (var i = 0; i < 20; i++) {
        Wire.exchange(
            service.port(), Wire.anonymous("GET", "planted" + i + "://clientele/health/live", ""));
      }
      Wire.exchange(service.port(), Wire.anonymous("GET", "/health/live", ""));
      assertThat(measured.schemes()).isEqualTo(Set.of("http"));
    }
  }
}
