package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.Profile;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.testkit.account.AccountSample;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class OpenAccountTest {
  private final ContestedAccounts accounts = new ContestedAccounts();
  private final AccountSample sample = accounts.sample;

  @Test
  void aNewAccountIsActiveAtVersionOneAndStored() {
    var id = sample.id();
    var profile = sample.profile();
    var noon = AccountChanges.NOON;
    var account = new Account(id, profile, Status.ACTIVE, noon, noon, 1);
    var open = new OpenAccount(accounts, () -> id, InstantSource.fixed(AccountChanges.NOON));
    assertThat(open.open(CLERK, profile)).isEqualTo(new AccountOutcome.Done(account));
    assertThat(accounts.now(id)).isEqualTo(account);
  }

  @Test
  void aTakenEmailIsReported() {
    var other = accounts.given().profile();
    var profile =
        new Profile(sample.name(), other.email(), sample.cpf(), sample.profile().metadata());
    assertThat(openAccount().open(CLERK, profile)).isEqualTo(new AccountOutcome.EmailTaken());
  }

  @Test
  void aTakenTaxIdIsReported() {
    var other = accounts.given().profile();
    var profile =
        new Profile(sample.name(), sample.email(), other.taxId(), sample.profile().metadata());
    assertThat(openAccount().open(CLERK, profile)).isEqualTo(new AccountOutcome.TaxIdTaken());
  }

  @Test
  void anExistingIdIsNotOverwritten() {
    var other = accounts.given();
    var open = new OpenAccount(accounts, other::id, InstantSource.fixed(AccountChanges.NOON));
    assertThat(open.open(CLERK, sample.profile())).isEqualTo(new AccountOutcome.Overtaken());
    assertThat(accounts.now(other.id())).isEqualTo(other);
  }

  @Test
  void anUnreachableStoreIsReported() {
    accounts.stored.startOutage();
    assertThatThrownBy(() -> openAccount().open(CLERK, sample.profile()))
        .isInstanceOf(PortUnavailable.class);
  }

  private OpenAccount openAccount() {
    return new OpenAccount(accounts, sample::id, InstantSource.fixed(AccountChanges.NOON));
  }
}
