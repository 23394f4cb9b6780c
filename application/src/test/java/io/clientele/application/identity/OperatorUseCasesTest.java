package io.clientele.application.identity;

import static io.clientele.application.identity.IdentityUseCaseFixture.ADMIN;
import static io.clientele.application.identity.IdentityUseCaseFixture.PASSWORD;
import static io.clientele.application.identity.IdentityUseCaseFixture.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.GrantedAccess;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.Operators.First;
import io.clientele.domain.identity.password.Password;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Tests adding, changing and removing operators. */
final class OperatorUseCasesTest {
  private final IdentityUseCaseFixture house = new IdentityUseCaseFixture();
  private final AddOperator add =
      new AddOperator(
          house.operators, house.passwords, () -> house.sample.adding().state().id(), house);
  private final ChangeOperator change = new ChangeOperator(house.operators, house.passwords, house);
  private final RemoveOperator remove = new RemoveOperator(house.operators, house);
  private final ViewOperator view = new ViewOperator(house.operators);
  private final ListOperators list = new ListOperators(house.operators);
  private final AddFirstAdmin firstAdmin =
      new AddFirstAdmin(
          house.operators, house.passwords, () -> house.sample.adding().state().id(), house);

  @Test
  void anAddedOperatorCanSignIn() {
    var profile = house.sample.operatorProfile(Role.OPERATOR);
    var added = done(add.add(ADMIN, profile, PASSWORD));
    assertThat(house.now(added.id())).isEqualTo(added);
    assertThat(house.signedIn(added).operator().id()).isEqualTo(added.id());
  }

  @Test
  void aTakenEmailIsReported() {
    var operator = house.given();
    assertThat(add.add(ADMIN, operator.profile(), PASSWORD))
        .isEqualTo(new OperatorOutcome.EmailTaken());
  }

  @Test
  void changedRolesRaiseTheGenerationAndAChangedNameDoesNot() {
    house.given();
    var operator = house.given();
    var renamed = done(change.change(ADMIN, operator.id(), named("Grace"), null));
    assertThat(renamed.generation()).isEqualTo(1);
    var demoted = done(change.change(ADMIN, operator.id(), of(Role.AUDITOR), null));
    assertThat(demoted.generation()).isEqualTo(2);
    assertThat(demoted.version()).isEqualTo(3);
    assertThat(house.now(operator.id())).isEqualTo(demoted);
  }

  @Test
  void aNewPasswordReplacesTheOldOne() {
    var operator = house.given();
    var grant = house.signedIn(operator);
    var next = new Password("another horse battery");
    done(change.change(ADMIN, operator.id(), same -> same, next));
    assertThat(house.sessions.find(grant.session().id())).isEmpty();
    assertThat(house.operators.credentials(operator.profile().email()).orElseThrow().password())
        .isEqualTo(house.passwords.hash(next));
  }

  @Test
  void aRepeatedChangeSucceedsWithoutAnEntry() {
    var operator = house.given();
    house.told.clear();
    assertThat(change.change(ADMIN, operator.id(), same -> same, null))
        .isEqualTo(new OperatorOutcome.Done(operator));
    assertThat(house.told).isEmpty();
  }

  @Test
  void theLastAdminStays() {
    var admin = house.given();
    assertThat(change.change(ADMIN, admin.id(), of(Role.OPERATOR), null))
        .isEqualTo(new OperatorOutcome.LastAdmin());
    assertThat(remove.remove(ADMIN, admin.id())).isEqualTo(new OperatorOutcome.LastAdmin());
  }

  @Test
  void aRemovedOperatorIsNotFound() {
    house.given();
    var operator = house.given();
    done(remove.remove(ADMIN, operator.id()));
    assertThat(remove.remove(ADMIN, operator.id())).isEqualTo(new OperatorOutcome.NoSuchOperator());
    assertThat(change.change(ADMIN, operator.id(), same -> same, PASSWORD))
        .isEqualTo(new OperatorOutcome.NoSuchOperator());
    assertThat(view.view(ADMIN, operator.id()))
        .isEqualTo(new ViewOperator.Outcome.NoSuchOperator());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ADMIN")
  void onlyAdminsChangeOperators(Role role) {
    var operator = house.given();
    var hashed = house.passwords.hashed;
    var actor = as(role);
    assertThat(add.add(actor, house.sample.operatorProfile(), PASSWORD))
        .isEqualTo(new OperatorOutcome.Denied());
    assertThat(change.change(actor, operator.id(), same -> same, PASSWORD))
        .isEqualTo(new OperatorOutcome.Denied());
    assertThat(remove.remove(actor, operator.id())).isEqualTo(new OperatorOutcome.Denied());
    assertThat(house.passwords.hashed).as("costs nothing").isEqualTo(hashed);
  }

  @ParameterizedTest
  @EnumSource
  void adminsAndAuditorsSeeAllOperatorsAndOthersThemselves(Role role) {
    var operator = house.given();
    var may = role == Role.ADMIN || role == Role.AUDITOR;
    assertThat(GrantedAccess.is(list.list(as(role), null, 10))).isEqualTo(may);
    assertThat(view.view(as(role), operator.id()) instanceof ViewOperator.Outcome.Found)
        .isEqualTo(may);
    var own = house.given(Role.OPERATOR);
    assertThat(view.view(IdentityUseCaseFixture.as(own), own.id()))
        .isEqualTo(new ViewOperator.Outcome.Found(own));
  }

  @Test
  void theFirstAdminIsAddedAndHashedOnce() {
    var email = house.sample.email();
    assertThat(house.operators.hasAdmin()).isFalse();
    assertThat(firstAdmin.add(email, PASSWORD)).isEqualTo(First.STORED);
    assertThat(house.operators.hasAdmin()).isTrue();
    assertThat(firstAdmin.add(house.sample.email(), PASSWORD)).isEqualTo(First.ADMIN_EXISTS);
    assertThat(house.passwords.hashed).isEqualTo(1);
    var admin = house.operators.credentials(email).orElseThrow().operator();
    assertThat(house.signedIn(admin).operator().profile().roles()).containsExactly(Role.ADMIN);
  }

  private static Operator done(OperatorOutcome outcome) {
    return ((OperatorOutcome.Done) outcome).operator();
  }

  private static UnaryOperator<OperatorProfile> of(Role role) {
    return same -> new OperatorProfile(same.name(), same.email(), Set.of(role), same.status());
  }

  private static UnaryOperator<OperatorProfile> named(String name) {
    return same ->
        new OperatorProfile(new DisplayName(name), same.email(), same.roles(), same.status());
  }
}
