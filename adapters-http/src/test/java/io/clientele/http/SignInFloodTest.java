package io.clientele.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits.Budget;
import io.clientele.http.identity.InMemoryAccess;
import io.clientele.testkit.InMemoryPermits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tries at one operator's password from as many addresses as there may be. */
class SignInFloodTest {
  private static final int ADDRESSES = 1_000;
  private static final int TRIES_EACH = 10;
  private static final int OF_NAME = 10;
  private static final int OF_ADDRESS = 100;
  private static final String GUESS = "not the password";

  private final AtomicLong nanos = new AtomicLong();
  private final InMemoryService service =
      new InMemoryService(
          HttpConfig.of("0.0.0.0", 0),
          new InMemoryPermits(
              Map.of(
                  Budget.SIGN_IN_NAME, new Limit(OF_NAME, Duration.ofMinutes(1)),
                  Budget.SIGN_IN_ADDRESS, new Limit(OF_ADDRESS, Duration.ofMinutes(1)),
                  Budget.ADDRESS, new Limit(12_000, Duration.ofMinutes(1)),
                  Budget.CALLER, new Limit(6_000, Duration.ofMinutes(1))),
              nanos::get));

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void tenThousandTriesFromAThousandAddressesAreHeldByTheNamesBudgetAndNobodyIsLockedOut()
      throws IOException {
    var judged = 0;
    for (var address = 0; address < ADDRESSES; address++) {
      for (var i = 0; i < TRIES_EACH; i++) {
        var status = status(address, InMemoryAccess.ADMIN_EMAIL, GUESS);
        assertThat(status).isIn(401, 429);
        judged += status == 401 ? 1 : 0;
      }
    }
    assertThat(judged).isEqualTo(OF_NAME);
    assertThat(status(1, "grace@example.com", GUESS)).isEqualTo(401);

    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(status(ADDRESSES, InMemoryAccess.ADMIN_EMAIL, InMemoryAccess.ADMIN_PASSWORD))
        .isEqualTo(201);
    assertThat(status(1, InMemoryAccess.ADMIN_EMAIL, GUESS)).isEqualTo(429);
  }

  @Test
  void anAddressIsHeldWhomeverItNamesAndWhateverItSays() throws IOException {
    for (var i = 0; i < OF_ADDRESS; i++) {
      assertThat(status(0, "no e-mail " + i, GUESS)).isEqualTo(400);
    }
    assertThat(status(0, InMemoryAccess.ADMIN_EMAIL, InMemoryAccess.ADMIN_PASSWORD)).isEqualTo(429);
    assertThat(status(1, InMemoryAccess.ADMIN_EMAIL, InMemoryAccess.ADMIN_PASSWORD)).isEqualTo(201);
  }

  private int status(int address, String email, String password) throws IOException {
    var from = InetAddress.getByName("127.1." + address / 250 + "." + (1 + address % 250));
    try (var socket = new Socket("127.0.0.1", service.port(), from, 0)) {
      var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
      var request = Wire.anonymous("POST", "/v1/sessions", body, "Connection: close");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
