package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.javalin.http.Context;
import io.opentelemetry.api.OpenTelemetry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock jumps, forward or back, while a browser keeps its device cookie. */
class DeviceCookieClockJumpTest {
  private static final Email EMAIL = new Email("grace@example.com");
  private static final int LIFETIME_HOURS = 90 * 24;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-29T12:00:00Z"));
  private final DeviceCookie cookie =
      new DeviceCookie(InMemoryIdentity.KEYS, new SecureRandom(), now::get);
  private HttpServer server;
  private TestClient caller;

  @BeforeEach
  void start() {
    RouteGroup group =
        routes -> {
          routes.open("/set").answers("text/plain").by(this::set);
          routes.open("/read").answers("text/plain").by(this::read);
        };
    server =
        new HttpServer(
            HttpConfig.of("127.0.0.1", 0),
            RouteTable.of(Set.of(group)),
            RequestAdmission.of((http, front) -> null),
            new CpuBulkhead(),
            OpenTelemetry.noop());
    server.start();
    caller = new TestClient(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {-87_600, -24, -1, 1, LIFETIME_HOURS - 1})
  void aCookieHoldsDuringAJumpWithinItsLifetime(int hours) {
    var given = given();
    jump(hours);
    assertThat(isKnown(given)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {LIFETIME_HOURS, 87_600})
  void aCookieHoldsAgainAfterAClockThatWasTooFarAhead(int hours) {
    var given = given();
    jump(hours);
    assertThat(isKnown(given)).isFalse();
    jump(-hours);
    assertThat(isKnown(given)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-LIFETIME_HOURS + 1, -24, 24})
  void aCookieThatWasSetDuringAJumpHoldsAfterIt(int hours) {
    jump(hours);
    var given = given();
    jump(-hours);
    assertThat(isKnown(given)).isTrue();
  }

  private void set(Context http) {
    cookie.set(http, EMAIL, new PasswordHash("a hash"), null);
    http.result("set");
  }

  private void read(Context http) {
    var device = cookie.read(http);
    http.result(device != null && device.isOf(EMAIL) ? "known" : "unknown");
  }

  private String given() {
    var header = caller.get("/set").header("Set-Cookie");
    return "Cookie: " + header.substring(0, header.indexOf(';'));
  }

  private boolean isKnown(String cookieHeader) {
    return caller.get("/read", cookieHeader).body().equals("known");
  }

  private void jump(int hours) {
    now.updateAndGet(at -> at.plus(Duration.ofHours(hours)));
  }
}
