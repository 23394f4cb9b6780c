package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.AT_ANY;
import static io.clientele.application.account.AccountActors.AT_NONE;
import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.PortUnavailable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Tests what all changes of a stored account have in common. */
final class AccountUpdateTest {
  private final ContestedAccounts accounts = new ContestedAccounts();

  @ParameterizedTest
  @EnumSource
  void aChangeIsStoredUnderTheNextVersion(AccountChanges change) {
    var account = open(change);
    var done = change.of(accounts, CLERK, account.id(), version -> version == account.version());
    var now = accounts.now(account.id());
    assertThat(done).isEqualTo(new AccountOutcome.Done(now));
    assertThat(now.version()).isEqualTo(account.version() + 1);
    assertThat(now.updatedAt()).isEqualTo(AccountChanges.NOON);
  }

  @ParameterizedTest
  @EnumSource
  void anAbsentAccountIsNotFound(AccountChanges change) {
    assertThat(change.of(accounts, CLERK, accounts.sample.id(), AT_NONE))
        .isEqualTo(new AccountOutcome.NoSuchAccount());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CLOSE")
  void aClosedAccountCannotChangeAtAnyVersion(AccountChanges change) {
    var closed = accounts.givenClosed();
    assertThat(change.of(accounts, CLERK, closed.id(), AT_NONE))
        .isEqualTo(new AccountOutcome.AlreadyClosed());
    assertThat(change.of(accounts, CLERK, closed.id(), AT_ANY))
        .isEqualTo(new AccountOutcome.AlreadyClosed());
    assertThat(accounts.now(closed.id())).isEqualTo(closed);
  }

  @ParameterizedTest
  @EnumSource
  void anErasedAccountCannotChangeAtAnyVersion(AccountChanges change) {
    var erased = accounts.givenErased();
    assertThat(change.of(accounts, CLERK, erased, AT_NONE))
        .isEqualTo(new AccountOutcome.AlreadyErased());
    assertThat(change.of(accounts, CLERK, erased, AT_ANY))
        .isEqualTo(new AccountOutcome.AlreadyErased());
    assertThat(accounts.saves()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anotherVersionThanExpectedStoresNothing(AccountChanges change) {
    var account = open(change);
    assertThat(change.of(accounts, CLERK, account.id(), version -> version == 99))
        .isEqualTo(new AccountOutcome.VersionMismatch());
    assertThat(accounts.now(account.id())).isEqualTo(account);
    assertThat(accounts.saves()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedChangeSucceedsAtAnyVersionAndStoresNothing(AccountChanges change) {
    var account = open(change);
    change.of(accounts, CLERK, account.id(), AT_ANY);
    var done = accounts.now(account.id());
    assertThat(change.of(accounts, CLERK, account.id(), AT_NONE))
        .isEqualTo(new AccountOutcome.Done(done));
    assertThat(accounts.now(account.id())).isEqualTo(done);
    assertThat(accounts.saves()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOvertakenThreeTimesSucceedsAtTheFourthAttempt(AccountChanges change) {
    var account = open(change);
    accounts.contest(3, this::note);
    assertThat(change.of(accounts, CLERK, account.id(), AT_ANY))
        .isEqualTo(new AccountOutcome.Done(accounts.now(account.id())));
    assertThat(accounts.now(account.id()).version()).isEqualTo(account.version() + 4);
    assertThat(accounts.now(account.id()).profile().metadata().entries())
        .as("what the others wrote")
        .containsEntry("visits", "3");
    assertThat(accounts.saves()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOvertakenFourTimesFails(AccountChanges change) {
    var account = open(change);
    accounts.contest(4, this::note);
    assertThat(change.of(accounts, CLERK, account.id(), AT_ANY))
        .isEqualTo(new AccountOutcome.Overtaken());
    assertThat(accounts.now(account.id()).version()).isEqualTo(account.version() + 4);
    assertThat(accounts.saves()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void anOvertakenChangeOfAnExpectedVersionIsAMismatch(AccountChanges change) {
    var account = open(change);
    accounts.contest(1, this::note);
    assertThat(change.of(accounts, CLERK, account.id(), version -> version == account.version()))
        .isEqualTo(new AccountOutcome.VersionMismatch());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CLOSE")
  void aChangeOvertakenByAClosingFindsTheAccountClosed(AccountChanges change) {
    var account = open(change);
    accounts.contest(1, before -> before.close(accounts.sample.act()));
    assertThat(change.of(accounts, CLERK, account.id(), AT_ANY))
        .isEqualTo(new AccountOutcome.AlreadyClosed());
  }

  @ParameterizedTest
  @EnumSource
  void anUnreachableStoreIsNotAnAbsentAccount(AccountChanges change) {
    var account = open(change);
    accounts.stored.startOutage();
    assertThatThrownBy(() -> change.of(accounts, CLERK, account.id(), AT_ANY))
        .isInstanceOf(PortUnavailable.class);
  }

  private Account open(AccountChanges change) {
    return change == AccountChanges.REACTIVATE ? accounts.givenSuspended() : accounts.given();
  }

  /** Another clerk records one more visit. */
  private Change<Account> note(Account account) {
    var visits = account.profile().metadata().entries().getOrDefault("visits", "0");
    var more = String.valueOf(Integer.parseInt(visits) + 1);
    return account.amend(
        AccountChanges.noting(account.profile(), "visits", more), accounts.sample.act());
  }
}
