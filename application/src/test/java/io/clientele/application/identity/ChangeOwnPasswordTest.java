package io.clientele.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.identity.ChangeOwnPassword.Outcome;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.PersonalPasswordRule;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Provenance;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeOwnPasswordTest {
  private static final Password CHOSEN = new Password("another horse battery");
  private static final Secret CURRENT = new Secret(IdentityUseCaseFixture.PASSWORD.value());

  private final IdentityUseCaseFixture house = new IdentityUseCaseFixture();
  private final ChangeOwnPassword change =
      new ChangeOwnPassword(house.operators, house.passwords, house);

  @Test
  void onlyTheNewPasswordSignsInAndTheOwnSessionContinues() {
    var operator = house.given(Role.AUDITOR);
    var own = house.signedIn(operator);
    var other = house.signedIn(operator);
    assertThat(changed(operator, own, CURRENT, CHOSEN)).isEqualTo(new Outcome.Done());

    assertThat(house.sessions.find(own.session().id())).isPresent();
    assertThat(house.sessions.find(other.session().id())).isEmpty();
    assertThat(signIn(operator, IdentityUseCaseFixture.PASSWORD))
        .isInstanceOf(SignIn.Outcome.Refused.class);
    assertThat(signIn(operator, CHOSEN)).isInstanceOf(SignIn.Outcome.SignedIn.class);
    assertThat(house.actions()).contains("operator.password-changed", "session.ended");
    assertThat(house.now(operator.id()).generation()).isEqualTo(operator.generation());
  }

  @Test
  void aWrongCurrentPasswordStoresNothing() {
    var operator = house.given(Role.AUDITOR);
    var own = house.signedIn(operator);
    assertThat(changed(operator, own, new Secret("something else"), CHOSEN))
        .isEqualTo(new Outcome.WrongPassword());
    assertThat(signIn(operator, IdentityUseCaseFixture.PASSWORD))
        .isInstanceOf(SignIn.Outcome.SignedIn.class);
    assertThat(house.actions()).doesNotContain("operator.password-changed", "session.ended");
  }

  @Test
  void theCurrentPasswordAndOneOfTheOwnEmailAreRefused() {
    var operator = house.given(Role.AUDITOR);
    var own = house.signedIn(operator);
    assertThat(changed(operator, own, CURRENT, IdentityUseCaseFixture.PASSWORD))
        .isEqualTo(new Outcome.UnacceptablePassword("must not be the current password"));
    assertThat(changed(operator, own, CURRENT, new Password(operator.profile().email().value())))
        .isEqualTo(new Outcome.UnacceptablePassword(PersonalPasswordRule.RULE));
  }

  @Test
  void anotherOperatorsPasswordCannotBeChanged() {
    var operator = house.given(Role.AUDITOR);
    var own = house.signedIn(operator);
    var admin = IdentityUseCaseFixture.as(Role.ADMIN);
    assertThat(change.change(admin, operator.id(), own.session().id(), CURRENT, CHOSEN))
        .isEqualTo(new Outcome.Denied());
    var customer =
        IdentityUseCaseFixture.POLICY.actor(operator.id().subject(), Set.of(Role.CUSTOMER), null);
    assertThat(change.change(customer, operator.id(), own.session().id(), CURRENT, CHOSEN))
        .isEqualTo(new Outcome.Denied());
    house.disable(operator);
    assertThat(changed(operator, own, CURRENT, CHOSEN)).isEqualTo(new Outcome.Denied());
  }

  @Test
  void aResetByAnotherRequiresAChange() {
    var operator = house.given(Role.AUDITOR);
    assertThat(isChangeRequired(operator)).isFalse();
    var reset = operator.change(operator.profile(), true, new Provenance("an admin", house.now));
    house.operators.save(reset, house.passwords.hash(IdentityUseCaseFixture.PASSWORD));
    var signedIn = house.signedIn(operator);
    assertThat(signedIn.operator().passwordChangeRequired()).isTrue();
    assertThat(isChangeRequired(operator)).isTrue();
    assertThat(changed(operator, signedIn, CURRENT, CHOSEN)).isEqualTo(new Outcome.Done());
    assertThat(isChangeRequired(operator)).isFalse();
  }

  private boolean isChangeRequired(Operator operator) {
    return house.operators.find(operator.id()).orElseThrow().passwordChangeRequired();
  }

  private Outcome changed(Operator operator, IssuedTokens own, Secret current, Password chosen) {
    var actor = IdentityUseCaseFixture.as(operator);
    return change.change(actor, operator.id(), own.session().id(), current, chosen);
  }

  private SignIn.Outcome signIn(Operator operator, Password password) {
    return house
        .signIn()
        .signIn(
            operator.profile().email(),
            new Secret(password.value()),
            "192.0.2.0/24",
            id -> SignInPlace.NONE,
            Causation.UNKNOWN);
  }
}
