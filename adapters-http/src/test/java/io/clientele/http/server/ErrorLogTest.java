package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.testing.CapturedLogs;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.StubAccounts;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A logged error names its request and its caller. */
class ErrorLogTest {
  private static final String ONE = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SIGN_IN =
      "{\"email\":\"admin@example.com\",\"password\":\"correct horse battery staple\"}";

  @Test
  void aBugIsLoggedWithItsCallerAndTrace() {
    isTold(
        "answered 500 ",
        () -> {
          throw new IllegalStateException("broken");
        });
  }

  @Test
  void anOutageIsLoggedWithItsCallerAndTrace() {
    isTold(
        "answered 503 ",
        () -> {
          throw new PortUnavailable("accounts", new IOException("away"));
        });
  }

  @Test
  void anUnauthenticatedCallerIsLoggedAsNobody() {
    try (var logged = new CapturedLogs();
        var service = new InMemoryServer()) {
      service.startOutage();
      new TestClient(service.port()).call("POST", "/v1/sessions", SIGN_IN, "X-Request-Id: the-one");
      service.endOutage();
      assertThat(logged.lines())
          .filteredOn(line -> line.startsWith("answered 503 "))
          .singleElement()
          .asString()
          .contains("actor=\"none\"", "requestId=\"the-one\"");
    }
  }

  private static void isTold(String message, Supplier<Found> found) {
    try (var logged = new CapturedLogs();
        var service =
            new InMemoryServer(HttpConfig.of("127.0.0.1", 0), StubAccounts.answering(found))) {
      var parent = "traceparent: 00-" + TRACE + "-00f067aa0ba902b7-01";
      new TestClient(service.port()).get(ONE, "X-Request-Id: the-one", parent);
      assertThat(logged.lines())
          .filteredOn(line -> line.startsWith(message))
          .singleElement()
          .asString()
          .contains("actor=\"operator:", "requestId=\"the-one\"")
          .contains("traceId=\"" + TRACE + "\"");
    }
  }
}
