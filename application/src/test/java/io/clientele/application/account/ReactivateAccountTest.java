package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.AT_ANY;
import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account.Status;
import org.junit.jupiter.api.Test;

final class ReactivateAccountTest {
  private final ContestedAccounts accounts = new ContestedAccounts();

  @Test
  void aSuspendedAccountIsActiveAgain() {
    var account = accounts.givenSuspended();
    AccountChanges.REACTIVATE.of(accounts, CLERK, account.id(), AT_ANY);
    assertThat(accounts.now(account.id()).status()).isEqualTo(Status.ACTIVE);
  }
}
