package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.changed;
import static io.clientele.testkit.identity.IdentityFixtures.disabled;
import static io.clientele.testkit.identity.IdentityFixtures.end;
import static io.clientele.testkit.identity.IdentityFixtures.given;
import static io.clientele.testkit.identity.IdentityFixtures.in;
import static io.clientele.testkit.identity.IdentityFixtures.now;
import static io.clientele.testkit.identity.IdentityFixtures.rotate;
import static io.clientele.testkit.identity.IdentityFixtures.with;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions.Opened;
import io.clientele.domain.identity.session.Sessions.Rotation.Reused;
import io.clientele.domain.identity.session.Sessions.Rotation.Rotated;
import io.clientele.domain.identity.session.Sessions.Rotation.Unknown;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.testkit.kernel.ChangeStoreContract;
import io.clientele.testkit.kernel.ChangeTrial;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A refresh token is valid once, and its second use ends the session. Implement this contract in
 * the test of your {@link io.clientele.domain.identity.session.Sessions}.
 */
public interface SessionsContract extends SessionEndsContract, ChangeStoreContract {
  @Override
  default ChangeTrial<?, ?> trial() {
    return new IdentityTrials.OfSessions(identity(), new IdentitySample(100));
  }

  @Test
  default void anOpenedSessionIsFoundAndItsOperatorHasSignedIn() {
    var identity = identity();
    var sample = new IdentitySample(1);
    var operator = given(identity.operators(), sample.adding());
    var session = in(identity.sessions(), sample.signingIn(operator), operator, sample.secret());
    assertThat(identity.sessions().find(session.id())).contains(session);
    var signedIn = now(identity.operators(), operator);
    assertThat(signedIn.lastSignInAt()).isEqualTo(session.openedAt());
    assertThat(signedIn.version()).as("a change of it is not stale for that").isEqualTo(1);
  }

  @Test
  default void anOperatorHasTheSessionsThatCanBeRefreshedTheLastRefreshedFirst() {
    var identity = identity();
    var sample = new IdentitySample(30);
    var operator = given(identity.operators(), sample.adding());
    var other = given(identity.operators(), sample.adding());
    var sessions = identity.sessions();
    var first = in(sessions, sample.signingIn(operator), operator, sample.secret());
    var second = in(sessions, sample.signingIn(operator), operator, sample.secret());
    in(sessions, sample.signingIn(other), other, sample.secret());
    var now = second.refreshedAt();
    assertThat(sessions.ofOperator(operator.id(), now)).containsExactly(second, first);
    var idle = first.refreshableUntil();
    assertThat(sessions.ofOperator(operator.id(), idle)).containsExactly(second);
    sessions.end(second.id(), sample.act());
    assertThat(sessions.ofOperator(operator.id(), now)).containsExactly(first);
    assertThat(sessions.ofOperator(operator.id(), now.plus(Session.LIFETIME))).isEmpty();
  }

  @Test
  default void anOperatorChangedDuringVerificationIsNotSignedIn() {
    var identity = identity();
    var sample = new IdentitySample(2);
    given(identity.operators(), sample.adding());
    var before = given(identity.operators(), sample.adding());
    var disabled =
        changed(
            identity.operators(), before.change(disabled(before.profile()), false, sample.act()));
    var opened = sample.signingIn(before);
    var token = sample.secret().hash();
    for (var version : List.of(before.version(), disabled.version())) {
      assertThat(identity.sessions().open(opened, version, token, SignInPlace.NONE))
          .isEqualTo(Opened.STALE);
    }
    assertThat(identity.sessions().find(opened.state().id())).isEmpty();
    assertThat(now(identity.operators(), before).lastSignInAt()).isNull();
  }

  @Test
  default void aTokenIsExchangedForTheNextWithTheCurrentRoles() {
    var identity = identity();
    var sample = new IdentitySample(3);
    given(identity.operators(), sample.adding());
    var operator = given(identity.operators(), sample.adding());
    var tokens = Stream.generate(sample::secret).limit(3).toList();
    var session = in(identity.sessions(), sample.signingIn(operator), operator, tokens.get(0));
    var read = now(identity.operators(), operator);
    var auditor =
        changed(
            identity.operators(),
            read.change(with(read.profile(), Role.AUDITOR), false, sample.act()));
    for (var i = 0; i < 2; i++) {
      var at = sample.act().at();
      var after = new Session(session.id(), operator.id(), session.openedAt(), at);
      assertThat(rotate(identity.sessions(), tokens.get(i), tokens.get(i + 1), at))
          .isEqualTo(new Rotated(after, auditor));
      assertThat(identity.sessions().find(session.id())).contains(after);
    }
  }

  @Test
  default void ofAHundredConcurrentRefreshesOneSucceedsAndTheSessionEnds() {
    var identity = identity();
    var sample = new IdentitySample(4);
    var operator = given(identity.operators(), sample.adding());
    var token = sample.secret();
    var next = Stream.generate(sample::secret).limit(100).toList();
    var session = in(identity.sessions(), sample.signingIn(operator), operator, token);
    var at = sample.act().at();
    var ends = together(100, i -> rotate(identity.sessions(), token, next.get(i), at));
    assertThat(ends).filteredOn(Rotated.class::isInstance).hasSize(1);
    var reused = new Reused(session.id(), operator.id());
    assertThat(ends).filteredOn(end -> !(end instanceof Rotated)).containsOnly(reused);
    assertThat(identity.sessions().find(session.id())).isEmpty();
    assertThat(next)
        .allSatisfy(
            of ->
                assertThat(rotate(identity.sessions(), of, sample.secret(), at))
                    .isEqualTo(new Unknown()));
    assertThat(told())
        .containsOnlyOnce("session.reused " + session.id().subject())
        .doesNotContain("session.ended " + session.id().subject());
  }

  @Test
  default void aTokenUsedLongAgoEndsItsSession() {
    var identity = identity();
    var sample = new IdentitySample(5);
    var operator = given(identity.operators(), sample.adding());
    var tokens = Stream.generate(sample::secret).limit(4).toList();
    var session = in(identity.sessions(), sample.signingIn(operator), operator, tokens.get(0));
    for (var i = 0; i < 3; i++) {
      rotate(identity.sessions(), tokens.get(i), tokens.get(i + 1), sample.act().at());
    }
    var stolen = rotate(identity.sessions(), tokens.get(0), sample.secret(), sample.act().at());
    assertThat(stolen).isEqualTo(new Reused(session.id(), operator.id()));
    assertThat(rotate(identity.sessions(), tokens.get(3), sample.secret(), sample.act().at()))
        .isEqualTo(new Unknown());
    assertThat(identity.withdrawals().within(Duration.ofMinutes(1)).sessions())
        .contains(session.id());
  }

  @Test
  default void anUnissuedTokenIsUnknownAndEndsNothing() {
    var identity = identity();
    var sample = new IdentitySample(6);
    var operator = given(identity.operators(), sample.adding());
    var session = in(identity.sessions(), sample.signingIn(operator), operator, sample.secret());
    assertThat(rotate(identity.sessions(), sample.secret(), sample.secret(), sample.act().at()))
        .isEqualTo(new Unknown());
    assertThat(identity.sessions().find(session.id())).contains(session);
  }

  @Test
  default void aSessionThatIsNotRefreshedExpires() {
    var identity = identity();
    var sample = new IdentitySample(7);
    var operator = given(identity.operators(), sample.adding());
    var token = sample.secret();
    var next = sample.secret();
    var session = in(identity.sessions(), sample.signingIn(operator), operator, token);
    var end = session.refreshableUntil();
    assertThat(rotate(identity.sessions(), token, next, end)).isEqualTo(new Unknown());
    assertThat(rotate(identity.sessions(), token, next, end.minusMillis(1)))
        .isInstanceOf(Rotated.class);
  }

  @Test
  default void aRefreshByAClockThatWentBackDoesNotShortenTheSession() {
    var identity = identity();
    var sample = new IdentitySample(13);
    var operator = given(identity.operators(), sample.adding());
    var token = sample.secret();
    var next = sample.secret();
    var session = in(identity.sessions(), sample.signingIn(operator), operator, token);
    var past = session.openedAt().minus(Session.LIFETIME);
    assertThat(rotate(identity.sessions(), token, next, past)).isInstanceOf(Rotated.class);
    assertThat(identity.sessions().find(session.id())).contains(session);
    var end = session.refreshableUntil().minusMillis(1);
    assertThat(rotate(identity.sessions(), next, sample.secret(), end)).isInstanceOf(Rotated.class);
  }

  @Test
  default void aRefreshedSessionExpiresAfterItsLifetime() {
    var identity = identity();
    var sample = new IdentitySample(8);
    var operator = given(identity.operators(), sample.adding());
    var token = sample.secret();
    var session = in(identity.sessions(), sample.signingIn(operator), operator, token);
    var end = session.openedAt().plus(Session.LIFETIME);
    var step = Session.IDLE_MAX.minusMinutes(1);
    for (var at = session.openedAt().plus(step); at.isBefore(end); at = at.plus(step)) {
      var next = sample.secret();
      assertThat(rotate(identity.sessions(), token, next, at)).isInstanceOf(Rotated.class);
      token = next;
    }
    assertThat(rotate(identity.sessions(), token, sample.secret(), end)).isEqualTo(new Unknown());
  }

  @Test
  default void unreachableSessionsAreUnavailableAndNotUnknown() {
    var sessions = unreachableIdentity().sessions();
    var sample = new IdentitySample(12);
    var operator = sample.adding().state();
    var opened = sample.signingIn(operator);
    var token = sample.secret();
    var act = sample.act();
    assertUnavailable(
        List.of(
            () -> sessions.open(opened, 1, token.hash(), SignInPlace.NONE),
            () -> rotate(sessions, token, token, act.at()),
            () -> sessions.find(opened.state().id()),
            () -> sessions.end(opened.state().id(), act),
            () -> end(sessions, token, act),
            () -> sessions.endAll(operator.id(), act)));
  }
}
