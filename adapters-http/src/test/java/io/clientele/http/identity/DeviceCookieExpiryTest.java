package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.http.limits.PermitAwaiter;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.SignInClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What ends the budget of a device cookie. The budget that strangers share is used up in each test,
 * so a network that is new to the name gets in by a good cookie alone.
 */
class DeviceCookieExpiryTest {
  private static final String EMAIL = "grace@example.com";
  private static final String PASSWORD = "a password of its own";
  private static final String CHOSEN = "four other small words";

  private final InMemoryServer service =
      new InMemoryServer(
          HttpConfig.of("0.0.0.0", 0),
          new InMemoryRateLimiter(
              InMemoryContexts.RATE_LIMITS.stream()
                  .collect(Collectors.toMap(Function.identity(), DeviceCookieExpiryTest::aMinute)),
              () -> 0),
          new PermitAwaiter(0, Duration.ZERO));
  private final TestClient caller = new TestClient(service.port());
  private final SignInClient client = new SignInClient(service.port());
  private String operator = "";
  private String cookie = "";

  @BeforeEach
  void signIn() throws IOException {
    var body =
        """
        {"name": "Grace Hopper", "email": "%s", "roles": ["auditor"], "password": "%s"}\
        """
            .formatted(EMAIL, PASSWORD);
    var added = caller.call("POST", "/v1/operators", body);
    assertThat(added.status()).isEqualTo(201);
    operator = "/v1/operators/" + added.json().path("id").asString();
    cookie = SignInClient.device(client.answer("127.1.0.1", EMAIL, PASSWORD, ""));
    assertThat(client.status("127.2.0.1", EMAIL, PASSWORD)).isEqualTo(429);
    assertThat(status("127.3.0.1", PASSWORD)).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aNewPassword() throws IOException {
    change("{\"password\":\"" + CHOSEN + "\"}");
    assertThat(status("127.4.0.1", CHOSEN)).isEqualTo(429);
    assertThat(status("127.3.0.1", CHOSEN)).as("from a network that is known").isEqualTo(201);
  }

  @Test
  void disabling() throws IOException {
    change("{\"status\":\"disabled\"}");
    assertThat(status("127.4.0.1", PASSWORD)).isEqualTo(429);
  }

  @Test
  void removal() throws IOException {
    assertThat(caller.call("DELETE", operator, "").status()).isEqualTo(204);
    assertThat(status("127.4.0.1", PASSWORD)).isEqualTo(429);
  }

  private void change(String patch) {
    assertThat(caller.call("PATCH", operator, patch).status()).isEqualTo(200);
  }

  private int status(String address, String password) throws IOException {
    return Integer.parseInt(client.answer(address, EMAIL, password, cookie).substring(9, 12));
  }

  private static Quota aMinute(RateLimit budget) {
    return new Quota(
        budget == IdentityRateLimits.SIGN_IN_STRANGERS ? 1 : 1_000, Duration.ofMinutes(1));
  }
}
