package io.clientele.http.identity.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.Front;
import io.opentelemetry.api.metrics.MeterProvider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A remembered caller, and clocks that jump. */
class CallerCacheTest {
  private static final TokenFingerprint TOKEN = TokenFingerprint.of("token");

  private final AtomicLong millis = new AtomicLong(1_795_867_200_000L);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final CallerCache known =
      new CallerCache(
          () -> Instant.ofEpochMilli(millis.get()), nanos::get, MeterProvider.noop().get("test"));

  @Test
  void aCallerIsCachedUntilTheTokenExpires() {
    known.add(TOKEN, endingIn(Duration.ofMinutes(5)));
    pass(Duration.ofMinutes(5).minusMillis(1));
    assertThat(known.find(TOKEN)).isNotNull();
    pass(Duration.ofMillis(1));
    assertThat(known.find(TOKEN)).isNull();
  }

  @Test
  void aClockThatGoesBackExtendsNoEntry() {
    known.add(TOKEN, endingIn(Duration.ofMinutes(5)));
    millis.addAndGet(-Duration.ofHours(1).toMillis());
    pass(Duration.ofMinutes(5));
    assertThat(known.find(TOKEN)).isNull();
    known.removeIf(_ -> false);
    assertThat(known.size()).isZero();
  }

  @Test
  void aClockThatGoesForwardExpiresEntries() {
    known.add(TOKEN, endingIn(Duration.ofMinutes(5)));
    millis.addAndGet(Duration.ofHours(1).toMillis());
    assertThat(known.find(TOKEN)).isNull();
  }

  @Test
  void aFullCacheStaysBounded() {
    for (var i = 0; i < CallerCache.MAX + 100; i++) {
      known.add(TokenFingerprint.of("token" + i), endingIn(Duration.ofMinutes(5)));
    }
    known.removeIf(_ -> false);
    assertThat(known.size()).isEqualTo(CallerCache.MAX);
  }

  @Test
  void aRevokedCallerIsEvicted() {
    known.add(TOKEN, endingIn(Duration.ofMinutes(5)));
    known.removeIf(_ -> true);
    assertThat(known.find(TOKEN)).isNull();
    assertThat(known.size()).isZero();
  }

  @Test
  void anExpiredTokenIsNeverCached() {
    known.add(TOKEN, endingIn(Duration.ofMillis(-1)));
    assertThat(known.find(TOKEN)).isNull();
  }

  private void pass(Duration time) {
    millis.addAndGet(time.toMillis());
    nanos.addAndGet(time.toNanos());
  }

  private AuthenticatedCaller endingIn(Duration time) {
    var now = Instant.ofEpochMilli(millis.get());
    var id = ApiKeyId.of(now, new SecureRandom());
    return new AuthenticatedCaller.Serving(
        new Actor("apiKey:1", Set.of(), Set.of(), null),
        id,
        "key",
        Front.OPERATIONS,
        now.plus(time));
  }
}
