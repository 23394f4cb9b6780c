package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks in these tests. */
final class Roles {
  static final Actor CLERK = as(Role.OPERATOR, null);

  private Roles() {}

  static Actor as(Role role, @Nullable AccountId own) {
    return new Actor("an " + role, Set.of(role), own);
  }
}
