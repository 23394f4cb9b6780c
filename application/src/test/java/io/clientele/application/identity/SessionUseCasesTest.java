package io.clientele.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Provenance;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests refreshing and ending sessions. */
final class SessionUseCasesTest {
  private final IdentityUseCaseFixture house = new IdentityUseCaseFixture();
  private final RefreshSession refresh = new RefreshSession(house.sessions, house.issuing);
  private final SignOut signOut = new SignOut(house.sessions, house);

  @Test
  void aRefreshReturnsNewTokensWithTheCurrentRoles() {
    house.given();
    var operator = house.given();
    var grant = house.signedIn(operator);
    var of = operator.profile();
    var auditor = new OperatorProfile(of.name(), of.email(), Set.of(Role.AUDITOR), of.status());
    house.operators.save(
        house.now(operator.id()).change(auditor, false, new Provenance("a test", house.now)), null);
    house.now = house.now.plus(Duration.ofMinutes(10));
    var next = refreshed(grant.refresh());
    assertThat(next.operator().profile().roles()).containsExactly(Role.AUDITOR);
    assertThat(next.access().value().value())
        .isEqualTo(operator.id() + " 2 " + grant.session().id());
    assertThat(next.refresh()).isNotEqualTo(grant.refresh());
    assertThat(next.session().refreshedAt()).isEqualTo(house.now);
  }

  @Test
  void aTokenUsedTwiceEndsTheSession() {
    var grant = house.signedIn(house.given());
    var next = refreshed(grant.refresh());
    assertRefused(grant.refresh());
    assertRefused(next.refresh());
    assertThat(house.actions()).endsWith("session.reused");
  }

  @Test
  void anUnknownTokenIsRefused() {
    house.signedIn(house.given());
    assertRefused(new Secret("never given out"));
  }

  @Test
  void signingOutEndsTheSession() {
    var operator = house.given();
    var grant = house.signedIn(operator);
    var actor = IdentityUseCaseFixture.as(operator);
    assertThat(signOut.signOut(actor, grant.session().id())).isEqualTo(new SignOut.Outcome.Done());
    assertRefused(grant.refresh());
    assertThat(signOut.signOut(actor, grant.session().id()))
        .isEqualTo(new SignOut.Outcome.NoSuchSession());
  }

  @Test
  void anotherOperatorsSessionCannotBeEnded() {
    var grant = house.signedIn(house.given());
    assertThat(signOut.signOut(IdentityUseCaseFixture.as(house.given()), grant.session().id()))
        .isEqualTo(new SignOut.Outcome.NoSuchSession());
    assertThat(house.sessions.find(grant.session().id())).isPresent();
  }

  private IssuedTokens refreshed(Secret token) {
    var outcome = refresh.refresh(token, Causation.UNKNOWN);
    return ((RefreshSession.Outcome.Refreshed) outcome).grant();
  }

  private void assertRefused(Secret token) {
    assertThat(refresh.refresh(token, Causation.UNKNOWN))
        .isEqualTo(new RefreshSession.Outcome.Refused());
  }
}
