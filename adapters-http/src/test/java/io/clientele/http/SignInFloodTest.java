package io.clientele.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits.Budget;
import io.clientele.testkit.InMemoryPermits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tries at one operator's password from as many addresses as there may be. */
class SignInFloodTest {
  private static final int ADDRESSES = 1_000;
  private static final int TRIES_EACH = 10;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong judged = new AtomicLong();

  @Test
  void tenThousandTriesFromAThousandAddressesAreHeldByTheNamesBudgetAndNobodyIsLockedOut()
      throws IOException {
    var permits =
        new InMemoryPermits(
            Map.of(
                Budget.SIGN_IN_NAME, new Limit(10, Duration.ofMinutes(1)),
                Budget.SIGN_IN_ADDRESS, new Limit(100, Duration.ofMinutes(1)),
                Budget.ADDRESS, new Limit(12_000, Duration.ofMinutes(1))),
            nanos::get);
    var limits = new Limits(permits, TrustedProxies.NONE);
    var routes = new Routes();
    routes.open(
        "/sign-in/{name}",
        Routes.JSON,
        http -> {
          limits.signInAddress(http);
          limits.signInName(http, http.pathParam("name"));
          judged.incrementAndGet();
          Answers.empty(http, 204);
        });
    try (var server = new HttpServer(HttpConfig.of("0.0.0.0", 0), routes, http -> null)) {
      server.start();
      for (var address = 0; address < ADDRESSES; address++) {
        for (var i = 0; i < TRIES_EACH; i++) {
          assertThat(status(server.port(), address, "ada@example.com")).isIn(204, 429);
        }
      }
      assertThat(judged.get()).isEqualTo(10);
      assertThat(status(server.port(), 1, "grace@example.com")).isEqualTo(204);

      nanos.addAndGet(Duration.ofSeconds(6).toNanos());
      assertThat(status(server.port(), ADDRESSES, "ada@example.com")).isEqualTo(204);
      assertThat(status(server.port(), 1, "ada@example.com")).isEqualTo(429);
    }
  }

  private static int status(int port, int address, String name) throws IOException {
    var from = InetAddress.getByName("127.1." + address / 250 + "." + (1 + address % 250));
    try (var socket = new Socket("127.0.0.1", port, from, 0)) {
      var request = Wire.request("GET", "/sign-in/" + name, "", "Connection: close");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
