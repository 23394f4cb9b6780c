package io.clientele.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountVisibilityTest {
  private static final AccountId OWN = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ab");
  private static final AccountId OTHER = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ac");
  private static final AccessPolicy POLICY = new AccessPolicy(Set.of(AccountPermission.GRANTS));

  @Test
  void aCustomerSeesOnlyItsOwnAccount() {
    var customer = POLICY.actor("customer", Set.of(Role.CUSTOMER), OWN);
    assertThat(Account.maySee(customer, OWN)).isTrue();
    assertThat(Account.maySee(customer, OTHER)).isFalse();
    var withoutAccount = POLICY.actor("customer", Set.of(Role.CUSTOMER), null);
    assertThat(Account.maySee(withoutAccount, OWN)).isFalse();
  }

  @Test
  void staffSeesEveryAccount() {
    for (var role : Set.of(Role.ADMIN, Role.OPERATOR, Role.AUDITOR)) {
      var staff = POLICY.actor("staff", Set.of(role), null);
      assertThat(Account.maySee(staff, OTHER)).as(role.name()).isTrue();
    }
  }

  @Test
  void anActorWithoutRolesSeesNotEvenItsOwnAccount() {
    var stranger = POLICY.actor("stranger", Set.of(), OWN);
    assertThat(Account.maySee(stranger, OWN)).isFalse();
  }
}
