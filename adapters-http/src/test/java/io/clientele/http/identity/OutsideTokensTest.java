package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.identity.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens of another issuer, whose keys come over the network. */
@Timeout(20)
class OutsideTokensTest {
  private final AtomicLong nanos = new AtomicLong();
  private LocalIssuer issuer;
  private TokenReader reader;

  @BeforeEach
  void start() throws Exception {
    issuer = new LocalIssuer();
    reader =
        new TokenReader(
            InMemoryAccess.KEYS,
            new OutsideTokens(List.of(issuer.configured()), nanos::get),
            InstantSource.system());
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void aGoodOneTellsWhoItIsAndWhatRolesOfOursItHas() throws Exception {
    var caller = (Caller.Outside) reader.read(issuer.token());

    assertThat(caller.name()).isEqualTo("Ada Lovelace");
    assertThat(caller.actor().roles()).containsExactly(Role.AUDITOR);
    assertThat(caller.actor().name())
        .isEqualTo("external:" + issuer.configured().issuer() + "|ada");
  }

  @Test
  void itsAudienceIsTheOneThatIsConfigured() throws Exception {
    refused(issuer.token(issuer.claims().audience("another"), issuer.kid()));
    refused(issuer.token(issuer.claims().audience(JwtTokens.AUDIENCE), issuer.kid()));
    refused(issuer.token(issuer.claims().audience((String) null), issuer.kid()));
    assertThat(issuer.asked()).as("nobody is asked for what is not for us").isZero();
  }

  @Test
  void itMayNotSayThatItIsOursOrWithoutEnd() throws Exception {
    refused(issuer.token(issuer.claims().issuer(JwtTokens.ISSUER), issuer.kid()));
    refused(issuer.token(issuer.claims().issuer("https://id.example.com"), issuer.kid()));
    refused(issuer.token(issuer.claims().expirationTime(null), issuer.kid()));
    refused(
        issuer.token(
            issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(31))),
            issuer.kid()));
    refused(issuer.token(issuer.claims().subject(null), issuer.kid()));
  }

  @Test
  void keysThatNobodyKnowsAreAskedForOnceAMinute() throws Exception {
    for (var i = 0; i < 100; i++) {
      refused(issuer.token(issuer.claims(), "made up " + i));
    }
    assertThat(issuer.asked()).isEqualTo(1);

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(60) - 1);
    refused(issuer.token(issuer.claims(), "made up"));
    assertThat(issuer.asked()).isEqualTo(1);

    nanos.addAndGet(1);
    refused(issuer.token(issuer.claims(), "made up"));
    refused(issuer.token(issuer.claims(), "made up, too"));
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void aKnownKeyIsNotAskedForAgain() throws Exception {
    assertThat(reader.read(issuer.token())).isNotNull();
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(10));
    assertThat(reader.read(issuer.token())).isNotNull();
    assertThat(issuer.asked()).isEqualTo(1);
  }

  @Test
  void aNewKeyIsTakenAndTheOldOneIsNoMore() throws Exception {
    var before = issuer.token();
    assertThat(reader.read(before)).isNotNull();
    issuer.rotate();
    refused(issuer.token());

    nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
    assertThat(reader.read(issuer.token())).isNotNull();
    refused(before);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void whileItsKeysCannotBeHadNothingIsSaidOfItsTokens(LocalIssuer.Behaviour behaviour)
      throws Exception {
    issuer.behave(behaviour);
    unknowable(issuer.token());
    var asked = issuer.asked();
    unknowable(issuer.token());
    assertThat(issuer.asked()).isEqualTo(asked);

    issuer.behave(LocalIssuer.Behaviour.WELL);
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
    assertThat(reader.read(issuer.token())).isNotNull();
  }

  @Test
  void whoIsKnownGoesOnWhileTheIssuerIsAway() throws Exception {
    var good = issuer.token();
    assertThat(reader.read(good)).isNotNull();
    issuer.close();
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));

    assertThat(reader.read(good)).isNotNull();
    unknowable(issuer.token(issuer.claims(), "another"));
    assertThat(reader.read(good)).isNotNull();
    assertThat(reader.read(InMemoryAccess.ADMIN_BEARER)).isNotNull();
  }

  private void refused(String token) {
    assertThat(reader.read(token)).isNull();
  }

  private void unknowable(String token) {
    assertThatThrownBy(() -> reader.read(token)).isInstanceOf(PortUnavailable.class);
  }
}
