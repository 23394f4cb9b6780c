package io.clientele.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.identity.session.SignInPlaces.NewSignIn;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Email;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class SignInTest {
  private static final Causation CAUSE = new Causation("request-7", null);
  private static final Secret RIGHT = new Secret(IdentityUseCaseFixture.PASSWORD.value());
  private static final Secret WRONG = new Secret("wrong");

  private static final String NETWORK = "192.0.2.0/24";

  private final IdentityUseCaseFixture house = new IdentityUseCaseFixture();

  @Test
  void theRightPasswordSignsIn() {
    var operator = house.given(Role.OPERATOR);
    var grant = house.signedIn(operator);
    assertThat(grant.operator().id()).isEqualTo(operator.id());
    assertThat(house.sessions.find(grant.session().id())).contains(grant.session());
    assertThat(grant.access().value().value())
        .isEqualTo(operator.id() + " 1 " + grant.session().id());
    assertThat(grant.session().refreshableUntil()).isEqualTo(house.now.plus(Session.IDLE_MAX));
    assertThat(house.now(operator.id()).lastSignInAt()).isEqualTo(house.now);
  }

  @Test
  void refreshTokensHave256BitsAndDiffer() {
    var operator = house.given();
    var one = house.signedIn(operator).refresh();
    var other = house.signedIn(operator).refresh();
    assertThat(one.value()).hasSize(43).isNotEqualTo(other.value());
    assertThat(one).hasToString("***");
  }

  @Test
  void unknownDisabledAndWrongHaveOneOutcomeAfterEqualWork() {
    var operator = house.given();
    house.given();
    var disabled = house.given();
    house.disable(disabled);
    house.told.clear();
    assertRefused(operator.profile().email(), WRONG);
    assertRefused(house.sample.email(), RIGHT);
    assertRefused(disabled.profile().email(), RIGHT);
    assertThat(house.passwords.verified).isEqualTo(3);
    assertThat(house.actions()).hasSize(2).containsOnly("session.refused");
    house.appendRefused();
    assertThat(house.actions()).hasSize(3).containsOnly("session.refused");
  }

  @Test
  void aFailedSignInIsAuditedWithoutTheEmail() {
    var operator = house.given();
    assertRefused(operator.profile().email(), WRONG);
    var entry = house.told.get(house.told.size() - 1);
    assertThat(entry.subject()).isEqualTo(operator.id().subject());
    assertThat(entry.act().actor()).isEqualTo("anonymous");
    assertThat(entry.act().cause()).isEqualTo(CAUSE);
    assertThat(entry.changes())
        .singleElement()
        .hasToString("FieldChange[field=email, before=null, after=***@example.com]");
  }

  @Test
  void aSignInIsAuditedAsTheOperators() {
    var operator = house.given();
    var grant = house.signedIn(operator);
    var entry = house.told.get(house.told.size() - 1);
    assertThat(entry.action()).isEqualTo("session.opened");
    assertThat(entry.act().actor()).isEqualTo(operator.id().subject());
    assertThat(entry.subject()).isEqualTo(grant.session().id().subject());
  }

  @Test
  void tooManySignInsAreUnavailableWithoutAHintOfThePassword() {
    var operator = house.given();
    house.told.clear();
    house.passwords.isCrowded = true;
    assertThatThrownBy(
            () ->
                house
                    .signIn()
                    .signIn(
                        operator.profile().email(), RIGHT, NETWORK, id -> SignInPlace.NONE, CAUSE))
        .isInstanceOf(PortUnavailable.class);
    assertThat(house.told).isEmpty();
  }

  @Test
  void aPlaceIsHashedForTheOperatorOfTheSessionAndNotForARefusedOne() {
    var operator = house.given();
    house.signedIn(operator);
    var asked = new ArrayList<OperatorId>();
    Function<OperatorId, SignInPlace> place =
        id -> {
          asked.add(id);
          return new SignInPlace(List.of(house.sample.secret().hash()));
        };
    var email = operator.profile().email();
    house.signIn().signIn(email, WRONG, NETWORK, place, CAUSE);
    assertThat(asked).isEmpty();
    house.signIn().signIn(email, RIGHT, NETWORK, place, CAUSE);
    assertThat(asked).containsExactly(operator.id());
    assertThat(house.sessions.places().unreported(9))
        .extracting(NewSignIn::operator)
        .containsExactly(operator.id());
  }

  private void assertRefused(Email email, Secret password) {
    assertThat(house.signIn().signIn(email, password, NETWORK, id -> SignInPlace.NONE, CAUSE))
        .isEqualTo(new SignIn.Outcome.Refused());
  }
}
