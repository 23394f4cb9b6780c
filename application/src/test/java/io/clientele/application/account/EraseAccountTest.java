package io.clientele.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Role;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EraseAccountTest {
  private final ContestedAccounts accounts = new ContestedAccounts();
  private final EraseAccount eraseAccount =
      new EraseAccount(accounts, InstantSource.fixed(AccountChanges.NOON));

  @ParameterizedTest
  @CsvSource({"ADMIN, true", "OPERATOR, false", "AUDITOR, false", "CUSTOMER, false"})
  void onlyAdminsErase(Role role, boolean may) {
    var id = accounts.given().id();
    var outcome = eraseAccount.erase(AccountActors.as(role), id);
    assertThat(outcome.equals(new EraseAccount.Outcome.Denied())).isNotEqualTo(may);
    assertThat(accounts.find(id).equals(new Found.Erased(id))).isEqualTo(may);
  }

  @Test
  void aSecondErasureReturnsTheTimeOfTheFirst() {
    var id = accounts.given().id();
    var later =
        new EraseAccount(accounts, InstantSource.fixed(AccountChanges.NOON.plusSeconds(60)));
    var done = new EraseAccount.Outcome.Done(id, AccountChanges.NOON);
    assertThat(eraseAccount.erase(AccountActors.as(Role.ADMIN), id)).isEqualTo(done);
    assertThat(later.erase(AccountActors.as(Role.ADMIN), id)).isEqualTo(done);
  }

  @Test
  void anUnknownAccountIsNotErased() {
    assertThat(eraseAccount.erase(AccountActors.as(Role.ADMIN), accounts.sample.id()))
        .isEqualTo(new EraseAccount.Outcome.NoSuchAccount());
  }
}
