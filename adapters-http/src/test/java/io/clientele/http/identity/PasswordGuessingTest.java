package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.kernel.Quota;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.limits.PermitAwaiter;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.SignInClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tries at one operator's password from as many addresses as there may be. */
class PasswordGuessingTest {
  private static final int ADDRESSES = 1_000;
  private static final int TRIES_EACH = 10;
  private static final int OF_NAME = 10;
  private static final int OF_STRANGERS = 30;
  private static final int OF_ADDRESS = 100;
  private static final String GUESS = "not the password";
  private static final String OWNER = InMemoryIdentity.ADMIN_EMAIL;
  private static final String RIGHT = InMemoryIdentity.ADMIN_PASSWORD;

  private final AtomicLong nanos = new AtomicLong();
  private final InMemoryServer service =
      new InMemoryServer(
          HttpConfig.of("0.0.0.0", 0),
          new InMemoryRateLimiter(
              Map.of(
                  IdentityRateLimits.SIGN_IN_NAME, aMinute(OF_NAME),
                  IdentityRateLimits.SIGN_IN_STRANGERS, aMinute(OF_STRANGERS),
                  IdentityRateLimits.SIGN_IN_DEVICE, aMinute(OF_NAME),
                  IdentityRateLimits.SIGN_IN_ADDRESS, aMinute(OF_ADDRESS),
                  IngressRateLimits.ADDRESS, aMinute(12_000),
                  IngressRateLimits.CALLER, aMinute(6_000)),
              nanos::get),
          new PermitAwaiter(0, Duration.ZERO));

  private final SignInClient client = new SignInClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  /** The attack comes from four networks; the owner tries again and again in its midst. */
  @Test
  void theOwnerSignsInWhileAThousandAddressesGuess() throws IOException {
    var cookie = SignInClient.device(answer("127.9.9.9", OWNER, RIGHT, ""));
    var judged = 0;
    var owner = 0;
    for (var address = 0; address < ADDRESSES; address++) {
      for (var i = 0; i < TRIES_EACH; i++) {
        var status = status(attacker(address), OWNER, GUESS);
        assertThat(status).isIn(401, 429);
        judged += status == 401 ? 1 : 0;
      }
      if (address % 250 == 249) {
        assertThat(answer("127.8.8.8", OWNER, RIGHT, cookie)).startsWith("HTTP/1.1 201");
        assertThat(status("127.9.9.7", OWNER, RIGHT)).isEqualTo(201);
        owner++;
      }
    }
    assertThat(owner).isEqualTo(4);
    assertThat(judged).as("what strangers share, one of it was the owner's first").isLessThan(30);
    assertThat(answer(attacker(7), OWNER, RIGHT, cookie))
        .as("beside an attacker")
        .startsWith("HTTP/1.1 201");
    assertThat(status(attacker(1), "grace@example.com", GUESS)).isEqualTo(401);
  }

  @Test
  void aGuessingNetworkDelaysOnlyItself() throws IOException {
    assertThat(status("127.9.9.9", OWNER, RIGHT)).isEqualTo(201);
    for (var i = 0; i < OF_NAME; i++) {
      assertThat(status("127.1.0." + (1 + i), OWNER, GUESS)).isEqualTo(401);
    }
    assertThat(status("127.1.0.99", OWNER, RIGHT)).isEqualTo(429);
    assertThat(status("127.9.9.1", OWNER, RIGHT)).isEqualTo(201);
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(status("127.1.0.99", OWNER, RIGHT)).isEqualTo(201);
    assertThat(status("127.1.0.98", OWNER, GUESS)).isEqualTo(429);
  }

  @Test
  void unknownNamesAreLimitedLikeKnownOnes() throws IOException {
    for (var email : new String[] {OWNER, "unknown@example.com"}) {
      for (var i = 0; i < OF_STRANGERS; i++) {
        assertThat(status("127.2." + i + ".1", email, GUESS)).as(email).isEqualTo(401);
      }
      assertThat(status("127.2.99.1", email, GUESS)).as(email).isEqualTo(429);
    }
  }

  @Test
  void aKnownBrowserHasItsOwnQuota() throws IOException {
    var cookie = SignInClient.device(answer("127.9.9.9", OWNER, RIGHT, ""));
    for (var i = 0; i < OF_NAME; i++) {
      assertThat(answer("127.3." + i + ".1", OWNER, GUESS, cookie)).startsWith("HTTP/1.1 401");
    }
    assertThat(answer("127.3.99.1", OWNER, RIGHT, cookie)).startsWith("HTTP/1.1 429");
    assertThat(status("127.9.9.9", OWNER, RIGHT)).isEqualTo(201);
  }

  @Test
  void aForeignOrForgedCookieHasNoEffect() throws IOException {
    var cookie = SignInClient.device(answer("127.9.9.9", OWNER, RIGHT, ""));
    var forged =
        cookie.substring(0, 40) + (cookie.charAt(40) == 'A' ? 'B' : 'A') + cookie.substring(41);
    for (var i = 0; i < OF_NAME; i++) {
      assertThat(answer("127.4.0.1", "grace@example.com", GUESS, cookie))
          .startsWith("HTTP/1.1 401");
      assertThat(answer("127.4.0.1", OWNER, GUESS, forged)).startsWith("HTTP/1.1 401");
    }
    assertThat(answer("127.4.0.1", "grace@example.com", GUESS, cookie)).startsWith("HTTP/1.1 429");
    assertThat(answer("127.4.0.1", OWNER, RIGHT, forged)).startsWith("HTTP/1.1 429");
  }

  @Test
  void anAddressIsLimitedForAllNamesAndBodies() throws IOException {
    for (var i = 0; i < OF_ADDRESS; i++) {
      assertThat(status(attacker(0), "no e-mail " + i, GUESS)).isEqualTo(400);
    }
    assertThat(status(attacker(0), OWNER, RIGHT)).isEqualTo(429);
    assertThat(status(attacker(1), OWNER, RIGHT)).isEqualTo(201);
  }

  private static Quota aMinute(int size) {
    return new Quota(size, Duration.ofMinutes(1));
  }

  private static String attacker(int address) {
    return "127.1." + address / 250 + "." + (1 + address % 250);
  }

  private int status(String address, String email, String password) throws IOException {
    return client.status(address, email, password);
  }

  private String answer(String address, String email, String password, String device)
      throws IOException {
    return client.answer(address, email, password, device);
  }
}
