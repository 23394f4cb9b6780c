package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.HASH;
import static io.clientele.testkit.identity.IdentityFixtures.changed;
import static io.clientele.testkit.identity.IdentityFixtures.disabled;
import static io.clientele.testkit.identity.IdentityFixtures.end;
import static io.clientele.testkit.identity.IdentityFixtures.given;
import static io.clientele.testkit.identity.IdentityFixtures.in;
import static io.clientele.testkit.identity.IdentityFixtures.now;
import static io.clientele.testkit.identity.IdentityFixtures.rotate;
import static io.clientele.testkit.identity.IdentityFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.identity.session.Sessions.Ended;
import io.clientele.domain.identity.session.Sessions.Opened;
import io.clientele.domain.identity.session.Sessions.Rotation.Unknown;
import io.clientele.domain.identity.session.SignInPlace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An ended session cannot be refreshed; a part of {@link SessionsContract}. */
public interface SessionEndsContract extends IdentityUnderTest {
  @Test
  default void anEndedSessionCannotBeRefreshed() {
    var identity = identity();
    var sample = new IdentitySample(9);
    var operator = given(identity.operators(), sample.adding());
    var token = sample.secret();
    var session = in(identity.sessions(), sample.signingIn(operator), operator, token);
    assertThat(identity.sessions().end(session.id(), sample.act())).isEqualTo(Ended.ENDED);
    assertThat(identity.sessions().end(session.id(), sample.act()))
        .isEqualTo(Ended.NO_SUCH_SESSION);
    assertThat(identity.sessions().find(session.id())).isEmpty();
    assertThat(rotate(identity.sessions(), token, sample.secret(), sample.act().at()))
        .isEqualTo(new Unknown());
    assertThat(told())
        .containsExactlyInAnyOrder(
            "operator.added " + operator.id().subject(),
            "session.opened " + session.id().subject(),
            "session.ended " + session.id().subject());
    assertThat(identity.withdrawals().within(Duration.ofMinutes(1)).sessions())
        .containsExactly(session.id());
  }

  @Test
  default void aUsedOrUnusedTokenEndsItsSessionRepeatedly() {
    var identity = identity();
    var sample = new IdentitySample(13);
    var operator = given(identity.operators(), sample.adding());
    var tokens = Stream.generate(sample::secret).limit(3).toList();
    var used = in(identity.sessions(), sample.signingIn(operator), operator, tokens.get(0));
    var good = in(identity.sessions(), sample.signingIn(operator), operator, tokens.get(1));
    var other = in(identity.sessions(), sample.signingIn(operator), operator, sample.secret());
    rotate(identity.sessions(), tokens.get(0), tokens.get(2), sample.act().at());
    for (var token : List.of(tokens.get(0), tokens.get(1), tokens.get(2))) {
      assertThat(end(identity.sessions(), token, sample.act())).isEqualTo(Ended.ENDED);
    }
    assertThat(end(identity.sessions(), sample.secret(), sample.act()))
        .isEqualTo(Ended.NO_SUCH_SESSION);
    assertThat(identity.sessions().find(used.id())).isEmpty();
    assertThat(identity.sessions().find(good.id())).isEmpty();
    assertThat(identity.sessions().find(other.id())).contains(other);
    assertThat(told())
        .filteredOn(entry -> entry.startsWith("session.ended "))
        .containsExactlyInAnyOrder(
            "session.ended " + used.id().subject(), "session.ended " + good.id().subject());
  }

  @Test
  default void anOwnPasswordChangeEndsAllOtherSessionsAndKeepsTheGeneration() {
    var identity = identity();
    var sample = new IdentitySample(14);
    var operator = given(identity.operators(), sample.adding());
    var kept = in(identity.sessions(), sample.signingIn(operator), operator, sample.secret());
    var other = in(identity.sessions(), sample.signingIn(operator), operator, sample.secret());
    var read = now(identity.operators(), operator);
    var change = read.changeOwnPassword(sample.act());
    assertThat(identity.operators().saveOwnPassword(change, HASH, kept.id()))
        .isEqualTo(Saved.STORED);
    assertThat(identity.operators().saveOwnPassword(change, HASH, kept.id()))
        .isEqualTo(Saved.STALE);
    assertThat(identity.sessions().find(kept.id())).contains(kept);
    assertThat(identity.sessions().find(other.id())).isEmpty();
    assertThat(now(identity.operators(), operator).generation()).isEqualTo(operator.generation());
    assertThat(
            identity
                .sessions()
                .open(
                    sample.signingIn(operator),
                    read.version(),
                    sample.secret().hash(),
                    SignInPlace.NONE))
        .as("a sign-in with the old password, verified before the change")
        .isEqualTo(Opened.STALE);
  }

  @Test
  default void allSessionsOfOneOperatorEndAndNoOthers() {
    var identity = identity();
    var sample = new IdentitySample(10);
    var leaving = given(identity.operators(), sample.adding());
    var staying = given(identity.operators(), sample.adding());
    for (var i = 0; i < 3; i++) {
      in(identity.sessions(), sample.signingIn(leaving), leaving, sample.secret());
    }
    var other = in(identity.sessions(), sample.signingIn(staying), staying, sample.secret());
    assertThat(identity.sessions().endAll(leaving.id(), sample.act())).isEqualTo(3);
    assertThat(identity.sessions().endAll(leaving.id(), sample.act())).isZero();
    assertThat(identity.sessions().find(other.id())).contains(other);
  }

  @Test
  default void disablingRemovalAndANewPasswordEndSessionsAndOtherRolesDoNot() {
    var identity = identity();
    var operators = identity.operators();
    var sample = new IdentitySample(11);
    var all = Stream.generate(() -> given(operators, sample.adding())).limit(5).toList();
    var tokens = Stream.generate(sample::secret).limit(4).toList();
    for (var i = 0; i < 4; i++) {
      in(identity.sessions(), sample.signingIn(all.get(i)), all.get(i), tokens.get(i));
    }
    var stays = all.get(0);
    var disabled = all.get(1);
    var hashed = all.get(2);
    changed(operators, stays.change(with(stays.profile(), Role.AUDITOR), false, sample.act()));
    changed(operators, disabled.change(disabled(disabled.profile()), false, sample.act()));
    assertThat(operators.save(hashed.change(hashed.profile(), true, sample.act()), HASH))
        .isEqualTo(Saved.STORED);
    assertThat(operators.remove(all.get(3).remove(sample.act()))).isEqualTo(Saved.STORED);
    var at = sample.act().at();
    var ends = tokens.stream().map(of -> rotate(identity.sessions(), of, sample.secret(), at));
    assertThat(ends.map(Unknown.class::isInstance)).containsExactly(false, true, true, true);
    assertThat(told()).filteredOn(entry -> entry.startsWith("session.ended ")).hasSize(3);
  }
}
