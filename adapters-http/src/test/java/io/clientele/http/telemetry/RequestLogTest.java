package io.clientele.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.CapturedLogs;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  @Test
  void aChangeIsOneLogLineWithoutClientTexts() {
    assertThat(
            logged(
                "POST",
                "/v1/accounts",
                "{\"name\":\"Mallory Planted\",\"email\":\"planted@example.com\"}"))
        .singleElement()
        .asString()
        .contains("method=\"POST\"", "route=\"/v1/accounts\"", "status=\"201\"")
        .contains("requestId=\"id-of-the-test\"")
        .doesNotContain("lanted");
  }

  @Test
  void aFailureIsLoggedWithoutItsPath() {
    assertThat(logged("GET", "/v1/accounts/planted@example.com?q=planted", ""))
        .singleElement()
        .asString()
        .contains("route=\"/v1/accounts/{id}\"", "status=\"400\"")
        .doesNotContain("planted");
    assertThat(logged("GET", "/planted", ""))
        .singleElement()
        .asString()
        .contains("route=\"none\"", "status=\"404\"")
        .doesNotContain("planted");
  }

  @Test
  void aSuccessfulReadIsNotLogged() {
    assertThat(logged("GET", "/v1/accounts", "")).isEmpty();
  }

  /** The log is written after the answer, so the server is stopped before it is read. */
  private static List<String> logged(String method, String target, String body) {
    try (var logged = new CapturedLogs()) {
      try (var service = new InMemoryServer()) {
        new TestClient(service.port()).call(method, target, body, "X-Request-Id: id-of-the-test");
      }
      return logged.lines().stream().filter(line -> line.startsWith("request ")).toList();
    }
  }
}
