package io.clientele.domain.identity;

import static io.clientele.domain.account.AccountPermission.AMEND_ACCOUNT;
import static io.clientele.domain.account.AccountPermission.AMEND_TAX_ID;
import static io.clientele.domain.account.AccountPermission.CHANGE_ACCOUNTS;
import static io.clientele.domain.account.AccountPermission.EXPORT_ACCOUNTS;
import static io.clientele.domain.account.AccountPermission.VERIFY_EMAIL;
import static io.clientele.domain.account.AccountPermission.VIEW_ACCOUNT;
import static io.clientele.domain.account.AccountPermission.VIEW_ACCOUNTS;
import static io.clientele.domain.audit.AuditPermission.VIEW_AUDIT;
import static io.clientele.domain.identity.IdentityPermission.CHANGE_OWN_PASSWORD;
import static io.clientele.domain.identity.IdentityPermission.CHOOSE_PREFERENCES;
import static io.clientele.domain.identity.IdentityPermission.VIEW_OPERATORS;
import static io.clientele.domain.identity.IdentityPermission.VIEW_SELF;
import static io.clientele.domain.views.ViewsPermission.VIEW_COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.audit.AuditPermission;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Permission;
import io.clientele.domain.views.ViewsPermission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
  private static final AccessPolicy POLICY =
      new AccessPolicy(
          Set.of(
              AccountPermission.GRANTS,
              AuditPermission.GRANTS,
              IdentityPermission.GRANTS,
              ViewsPermission.GRANTS));

  private static final Set<Permission> ALL =
      Stream.<Permission[]>of(
              AccountPermission.values(),
              AuditPermission.values(),
              IdentityPermission.values(),
              ViewsPermission.values())
          .flatMap(Stream::of)
          .collect(Collectors.toSet());

  /** A permission with the name of another context's. */
  private enum Taken implements Permission {
    VIEW_AUDIT
  }

  @Test
  void everyRoleHasExactlyThePermissionsOfTheTable() {
    var table =
        Map.<Role, Set<? extends Permission>>of(
            Role.ADMIN, ALL,
            Role.OPERATOR,
                Set.of(
                    VIEW_SELF,
                    CHANGE_OWN_PASSWORD,
                    CHOOSE_PREFERENCES,
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
                    CHOOSE_PREFERENCES,
                    VIEW_ACCOUNT,
                    VIEW_ACCOUNTS,
                    EXPORT_ACCOUNTS,
                    VIEW_COUNTER,
                    VIEW_AUDIT,
                    VIEW_OPERATORS),
            Role.CUSTOMER, Set.of(VIEW_SELF, VIEW_ACCOUNT, AMEND_ACCOUNT));
    assertThat(table).containsOnlyKeys(Role.values());
    table.forEach(
        (role, allowed) -> {
          var actor = POLICY.actor("someone", Set.of(role), null);
          assertThat(ALL.stream().filter(actor::may).collect(Collectors.toSet()))
              .as(role.name())
              .isEqualTo(allowed);
          assertThat(actor.permissions()).isEqualTo(allowed);
        });
  }

  @Test
  void severalRolesHaveThePermissionsOfEach() {
    var actor = POLICY.actor("ada", Set.of(Role.AUDITOR, Role.CUSTOMER), null);
    assertThat(actor.may(VIEW_COUNTER)).isTrue();
    assertThat(actor.may(AMEND_ACCOUNT)).isTrue();
    assertThat(actor.may(CHANGE_ACCOUNTS)).isFalse();
  }

  @Test
  void anActorWithoutRolesHasNoPermissions() {
    var actor = POLICY.actor("stranger", Set.of(), null);
    assertThat(ALL).noneMatch(actor::may);
  }

  @Test
  void actorsOfOneRoleShareTheirPermissions() {
    var actor = POLICY.actor("ada", Set.of(Role.OPERATOR), null);
    var other = POLICY.actor("grace", Set.of(Role.OPERATOR), null);
    assertThat(other.permissions()).isSameAs(actor.permissions());
    assertThat(actor.because(new Causation("request", "reason")).permissions())
        .isSameAs(actor.permissions());
  }

  @Test
  void twoPermissionsOfOneNameAreRefused() {
    var taken = new Grants(Set.of(Taken.values()), Map.of());
    assertThatThrownBy(() -> new AccessPolicy(Set.of(AuditPermission.GRANTS, taken)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VIEW_AUDIT")
        .hasMessageContaining(Taken.class.getName())
        .hasMessageContaining(AuditPermission.class.getName());
  }

  @Test
  void aContextGrantsItsOwnPermissionsOnly() {
    Set<Permission> own = Set.of(VIEW_AUDIT);
    assertThatThrownBy(() -> new Grants(own, Map.of(Role.AUDITOR, Set.of(VIEW_SELF))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VIEW_SELF");
    assertThatThrownBy(() -> new Grants(own, Map.of(Role.ADMIN, own)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ADMIN");
  }
}
