package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.AT_ANY;
import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account.Status;
import org.junit.jupiter.api.Test;

final class SuspendAccountTest {
  private final ContestedAccounts accounts = new ContestedAccounts();

  @Test
  void aSuspensionChangesOnlyTheStatus() {
    var account = accounts.given();
    AccountChanges.SUSPEND.of(accounts, CLERK, account.id(), AT_ANY);
    var now = accounts.now(account.id());
    assertThat(now.status()).isEqualTo(Status.SUSPENDED);
    assertThat(now.profile()).isEqualTo(account.profile());
    assertThat(now.createdAt()).isEqualTo(account.createdAt());
  }
}
