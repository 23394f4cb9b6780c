package io.clientele.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.RequestMetricsReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTelemetryTest {
  /** A metric series is never removed. */
  @Test
  void anUnknownSchemeInARequestLineAddsNoSeries() throws Exception {
    try (var measured = new RequestMetricsReader();
        var service = new InMemoryServer(HttpConfig.of("127.0.0.1", 0), measured.telemetry())) {
      for (var i = 0; i < 20; i++) {
        RawSocketClient.exchange(
            service.port(),
            RawSocketClient.anonymous("GET", "planted" + i + "://clientele/health/live", ""));
      }
      RawSocketClient.exchange(
          service.port(), RawSocketClient.anonymous("GET", "/health/live", ""));
      assertThat(measured.schemes()).isEqualTo(Set.of("http"));
    }
  }
}
