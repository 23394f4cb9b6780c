package io.clientele.domain.identity;

import static io.clientele.domain.kernel.Permission.AMEND_ACCOUNT;
import static io.clientele.domain.kernel.Permission.AMEND_TAX_ID;
import static io.clientele.domain.kernel.Permission.CHANGE_ACCOUNTS;
import static io.clientele.domain.kernel.Permission.CHANGE_OWN_PASSWORD;
import static io.clientele.domain.kernel.Permission.EXPORT_ACCOUNTS;
import static io.clientele.domain.kernel.Permission.VERIFY_EMAIL;
import static io.clientele.domain.kernel.Permission.VIEW_ACCOUNT;
import static io.clientele.domain.kernel.Permission.VIEW_ACCOUNTS;
import static io.clientele.domain.kernel.Permission.VIEW_AUDIT;
import static io.clientele.domain.kernel.Permission.VIEW_COUNTER;
import static io.clientele.domain.kernel.Permission.VIEW_OPERATORS;
import static io.clientele.domain.kernel.Permission.VIEW_SELF;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleTest {
  private static final AccountId OWN = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ab");
  private static final AccountId OTHER = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ac");

  @Test
  void everyRoleMayWhatTheTableSaysAndNothingElse() {
    var table =
        Map.of(
            Role.ADMIN, Set.of(Permission.values()),
            Role.OPERATOR,
                Set.of(
                    VIEW_SELF,
                    CHANGE_OWN_PASSWORD,
                    VIEW_ACCOUNT,
                    VIEW_ACCOUNTS,
                    AMEND_ACCOUNT,
                    AMEND_TAX_ID,
                    VERIFY_EMAIL,
                    CHANGE_ACCOUNTS,
                    VIEW_COUNTER),
            Role.AUDITOR,
                Set.of(
                    VIEW_SELF,
                    CHANGE_OWN_PASSWORD,
                    VIEW_ACCOUNT,
                    VIEW_ACCOUNTS,
                    EXPORT_ACCOUNTS,
                    VIEW_COUNTER,
                    VIEW_AUDIT,
                    VIEW_OPERATORS),
            Role.CUSTOMER, Set.of(VIEW_SELF, VIEW_ACCOUNT, AMEND_ACCOUNT));
    assertThat(table).containsOnlyKeys(Role.values());
    table.forEach(
        (role, allowed) -> assertThat(allowedTo(role)).as(role.name()).isEqualTo(allowed));
  }

  @Test
  void severalRolesMayWhatAnyOfThemMay() {
    var actor = new Actor("ada", Set.of(Role.AUDITOR, Role.CUSTOMER), OWN);
    assertThat(actor.may(VIEW_COUNTER)).isTrue();
    assertThat(actor.may(AMEND_ACCOUNT)).isTrue();
    assertThat(actor.may(CHANGE_ACCOUNTS)).isFalse();
  }

  @Test
  void whoHasNoRoleMayNothing() {
    var actor = new Actor("nobody", Set.of(), OWN);
    assertThat(Permission.values()).noneMatch(actor::may);
    assertThat(actor.maySee(OWN)).isFalse();
  }

  @Test
  void aCustomerSeesItsOwnAccountAlone() {
    var customer = new Actor("ada", Set.of(Role.CUSTOMER), OWN);
    assertThat(customer.maySee(OWN)).isTrue();
    assertThat(customer.maySee(OTHER)).isFalse();
    assertThat(new Actor("lost", Set.of(Role.CUSTOMER), null).maySee(OWN)).isFalse();
  }

  @Test
  void staffSeesEveryAccount() {
    for (var role : Set.of(Role.ADMIN, Role.OPERATOR, Role.AUDITOR)) {
      assertThat(new Actor("staff", Set.of(role), null).maySee(OTHER)).isTrue();
    }
  }

  private static Set<Permission> allowedTo(Role role) {
    return Stream.of(Permission.values()).filter(role::allows).collect(Collectors.toSet());
  }
}
