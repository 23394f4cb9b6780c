package io.clientele.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountAccessTest {
  private static final AccountId OWN = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ab");
  private static final AccountId OTHER = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ac");

  @Test
  void aCustomerSeesOnlyItsOwnAccount() {
    var customer = AccountActors.customerOf(OWN);
    assertThat(AccountAccess.maySee(customer, OWN)).isTrue();
    assertThat(AccountAccess.maySee(customer, OTHER)).isFalse();
    assertThat(AccountAccess.maySee(AccountActors.as(Role.CUSTOMER), OWN)).isFalse();
  }

  @Test
  void staffSeesEveryAccount() {
    for (var role : Set.of(Role.ADMIN, Role.OPERATOR, Role.AUDITOR)) {
      assertThat(AccountAccess.maySee(AccountActors.as(role), OTHER)).as(role.name()).isTrue();
    }
  }

  @Test
  void anActorWithoutRolesSeesNotEvenItsOwnAccount() {
    var stranger = AccountActors.POLICY.actor("stranger", Set.of(), OWN);
    assertThat(AccountAccess.maySee(stranger, OWN)).isFalse();
  }
}
