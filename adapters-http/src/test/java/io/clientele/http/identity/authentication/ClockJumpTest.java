package io.clientele.http.identity.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.security.oidc.ExternalTokenVerifier;
import io.clientele.http.testing.LocalOidcIssuer;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The machine's clock jumps, forward or back. What is measured by elapsed time does not notice, and
 * what is judged by the time of day is right again as soon as the clock is.
 */
@Timeout(40)
class ClockJumpTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.now());
  private LocalOidcIssuer issuer;
  private ExternalTokenVerifier outside;
  private TokenVerifier reader;

  @BeforeEach
  void start() throws Exception {
    issuer = new LocalOidcIssuer();
    outside =
        new ExternalTokenVerifier(
            List.of(issuer.configured()),
            Set.of(),
            InMemoryIdentity.NAMING,
            InMemoryContexts.POLICY,
            nanos::get);
    reader = new TokenVerifier(InMemoryIdentity.KEYS, outside, InMemoryContexts.POLICY, wall::get);
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {-87_600, -24, -1, 1, 24, 87_600})
  void keysAreNeitherForgottenNorFetchedAgain(int hours) throws Exception {
    var token = issuer.token();
    var caller = reader.read(token);
    jump(hours);
    outside.refresh();
    assertThat(reader.trusts(caller)).isTrue();
    assertThat(issuer.asked()).isEqualTo(1);
    jump(-hours);
    assertThat(reader.read(token)).isNotNull();
    assertThat(issuer.asked()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-87_600, -1, 1, 87_600})
  void keysAreFetchedAgainAfterFiveMinutesOfElapsedTime(int hours) throws Exception {
    assertThat(reader.read(issuer.token())).isNotNull();
    jump(hours);
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    outside.refresh();
    while (issuer.asked() < 2) {
      LockSupport.parkNanos(1_000_000);
    }
    jump(-hours);
    assertThat(reader.read(issuer.token())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-87_600, -24, -1})
  void aSessionSurvivesAClockThatGoesBack(int hours) {
    jump(hours);
    assertThat(reader.read(InMemoryIdentity.ADMIN_BEARER)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 87_600})
  void anAccessTokenHoldsAgainAfterAClockThatWasAhead(int hours) {
    jump(hours);
    assertThat(reader.read(InMemoryIdentity.ADMIN_BEARER)).isNull();
    jump(-hours);
    assertThat(reader.read(InMemoryIdentity.ADMIN_BEARER)).isNotNull();
  }

  private void jump(int hours) {
    wall.updateAndGet(at -> at.plus(Duration.ofHours(hours)));
  }
}
