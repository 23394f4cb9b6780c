package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.AT_ANY;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.identity.Role;
import io.clientele.testkit.account.AccountSample;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests every use case with every role. */
final class AccountPermissionsTest {
  private static final AccountQuery FIRST_PAGE =
      new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, null, 50, false);

  private final ContestedAccounts accounts = new ContestedAccounts();

  @ParameterizedTest
  @CsvSource({
    "ADMIN,    true,  true",
    "OPERATOR, true,  true",
    "AUDITOR,  false, false",
    "CUSTOMER, true,  false"
  })
  void customersAmendAndOnlyStaffChangesAccounts(Role role, boolean mayAmend, boolean mayChange) {
    for (var change : AccountChanges.values()) {
      var account =
          change == AccountChanges.REACTIVATE ? accounts.givenSuspended() : accounts.given();
      var actor = AccountActors.POLICY.actor("someone", Set.of(role), account.id());
      var may = change == AccountChanges.AMEND ? mayAmend : mayChange;
      var outcome = change.of(accounts, actor, account.id(), AT_ANY);
      assertThat(outcome instanceof AccountOutcome.Done)
          .as("%s by %s", change, role)
          .isEqualTo(may);
      assertThat(outcome.equals(new AccountOutcome.Denied())).isNotEqualTo(may);
      assertThat(accounts.now(account.id()).equals(account)).isNotEqualTo(may);
    }
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, true", "OPERATOR, true", "AUDITOR, false", "CUSTOMER, false"})
  void onlyStaffOpensAccounts(Role role, boolean may) {
    var sample = new AccountSample(2);
    var open = new OpenAccount(accounts, sample::id, InstantSource.fixed(AccountChanges.NOON));
    var outcome = open.open(AccountActors.as(role), sample.profile());
    assertThat(outcome instanceof AccountOutcome.Done).isEqualTo(may);
    assertThat(outcome.equals(new AccountOutcome.Denied())).isNotEqualTo(may);
    assertThat(accounts.list(FIRST_PAGE).accounts()).hasSize(may ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, true", "OPERATOR, true", "AUDITOR, true", "CUSTOMER, false"})
  void allRolesButCustomersListAccounts(Role role, boolean may) {
    var account = accounts.given();
    var page = new ListAccounts(accounts).list(AccountActors.as(role), FIRST_PAGE);
    assertThat(page)
        .isEqualTo(may ? new Access.Granted<>(accounts.list(FIRST_PAGE)) : new Access.Denied<>());
    assertThat(accounts.list(FIRST_PAGE).accounts()).containsExactly(account);
  }

  @ParameterizedTest
  @EnumSource
  void aDeniedActorIsRefusedBeforeAnyLookUp(AccountChanges change) {
    change.of(accounts, AccountActors.as(Role.AUDITOR), accounts.given().id(), AT_ANY);
    assertThat(accounts.finds()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anActorWithoutRolesMayDoNothing(AccountChanges change) {
    var stranger = AccountActors.POLICY.actor("stranger", Set.of(), null);
    assertThat(change.of(accounts, stranger, accounts.given().id(), AT_ANY))
        .isEqualTo(new AccountOutcome.Denied());
  }

  @Test
  void aCustomerCannotTellAnotherAccountFromAnAbsentOne() {
    var own = accounts.given();
    var others = accounts.given();
    var customer = AccountActors.customerOf(own.id());
    assertThat(AccountChanges.AMEND.of(accounts, customer, others.id(), AT_ANY))
        .isEqualTo(AccountChanges.AMEND.of(accounts, customer, accounts.sample.id(), AT_ANY))
        .isEqualTo(new AccountOutcome.NoSuchAccount());
    assertThat(accounts.now(others.id())).isEqualTo(others);
    assertThat(accounts.finds()).as("look-ups, whose time could tell").isZero();
  }
}
