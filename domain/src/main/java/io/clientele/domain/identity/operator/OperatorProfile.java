package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Email;
import java.util.EnumSet;
import java.util.Set;

/**
 * What may be changed of an operator.
 *
 * @param roles at least one, none of them {@link Role#CUSTOMER}
 */
public record OperatorProfile(DisplayName name, Email email, Set<Role> roles, Status status) {
  private static final Set<Role> POSSIBLE = EnumSet.of(Role.ADMIN, Role.OPERATOR, Role.AUDITOR);

  public OperatorProfile {
    roles = checked(roles);
  }

  /** A copy, if an operator can have these; throws {@link InvalidValue} if not. */
  public static Set<Role> checked(Set<Role> roles) {
    if (roles.isEmpty() || !POSSIBLE.containsAll(roles)) {
      throw new InvalidValue("roles", "must be one or more of admin, operator, auditor");
    }
    return Set.copyOf(roles);
  }

  /** Whether it may come in. */
  public enum Status {
    /** It may. */
    ACTIVE,
    /** It may not, until it is active again. */
    DISABLED
  }

  /** Whether it may come in, and run the service then. */
  public boolean isAdmin() {
    return isActive() && roles.contains(Role.ADMIN);
  }

  /** Whether it may come in. */
  public boolean isActive() {
    return status == Status.ACTIVE;
  }
}
