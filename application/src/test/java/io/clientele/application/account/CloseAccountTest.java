package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.AT_ANY;
import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account.Status;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CloseAccountTest {
  private final ContestedAccounts accounts = new ContestedAccounts();

  @Test
  void anActiveAndASuspendedAccountCanBeClosed() {
    for (var account : List.of(accounts.given(), accounts.givenSuspended())) {
      assertThat(AccountChanges.CLOSE.of(accounts, CLERK, account.id(), AT_ANY))
          .isInstanceOf(AccountOutcome.Done.class);
      assertThat(accounts.now(account.id()).status()).isEqualTo(Status.CLOSED);
    }
  }

  @Test
  void emailAndTaxIdOfAClosedAccountAreFree() {
    var account = accounts.given();
    var open =
        new OpenAccount(accounts, accounts.sample::id, InstantSource.fixed(AccountChanges.NOON));
    assertThat(open.open(CLERK, account.profile())).isEqualTo(new AccountOutcome.EmailTaken());
    AccountChanges.CLOSE.of(accounts, CLERK, account.id(), AT_ANY);
    assertThat(open.open(CLERK, account.profile())).isInstanceOf(AccountOutcome.Done.class);
  }

  @Test
  void aClosingOvertakenByAClosingSucceeds() {
    var account = accounts.given();
    accounts.contest(1, before -> before.close(accounts.sample.act()));
    assertThat(AccountChanges.CLOSE.of(accounts, CLERK, account.id(), version -> version == 1))
        .isEqualTo(new AccountOutcome.Done(accounts.now(account.id())));
    assertThat(accounts.now(account.id()).version()).isEqualTo(2);
  }
}
