package io.clientele.application.account;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import java.util.Set;
import java.util.function.LongPredicate;

/** The actors of these tests, and the versions that they expect. */
final class AccountActors {
  static final AccessPolicy POLICY = new AccessPolicy(Set.of(AccountPermission.GRANTS));
  static final Actor CLERK = as(Role.OPERATOR);
  static final LongPredicate AT_ANY = version -> true;
  static final LongPredicate AT_NONE = version -> false;

  private AccountActors() {}

  static Actor as(Role role) {
    return POLICY.actor("an " + role, Set.of(role), null);
  }

  static Actor customerOf(AccountId id) {
    return POLICY.actor("the customer", Set.of(Role.CUSTOMER), id);
  }
}
