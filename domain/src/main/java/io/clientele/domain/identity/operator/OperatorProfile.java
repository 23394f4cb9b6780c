package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Email;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The data of an operator that can be changed.
 *
 * @param roles at least one, without {@link Role#CUSTOMER}
 */
public record OperatorProfile(DisplayName name, Email email, Set<Role> roles, Status status) {
  private static final Set<Role> POSSIBLE = EnumSet.of(Role.ADMIN, Role.OPERATOR, Role.AUDITOR);

  public OperatorProfile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(roles, "roles");
    Objects.requireNonNull(status, "status");
    roles = checked(roles);
  }

  /**
   * Returns a copy of the roles if an operator can have them; throws {@link InvalidValue}
   * otherwise.
   */
  public static Set<Role> checked(Set<Role> roles) {
    if (roles.isEmpty() || !POSSIBLE.containsAll(roles)) {
      throw new InvalidValue("roles", "must be one or more of admin, operator, auditor");
    }
    return Set.copyOf(roles);
  }

  /** Whether the operator may sign in. */
  public enum Status {
    /** May sign in. */
    ACTIVE,
    /** May not sign in until it is active again. */
    DISABLED
  }

  /** Whether the operator is active and an admin. */
  public boolean isAdmin() {
    return isActive() && roles.contains(Role.ADMIN);
  }

  /** Whether the operator may sign in. */
  public boolean isActive() {
    return status == Status.ACTIVE;
  }
}
