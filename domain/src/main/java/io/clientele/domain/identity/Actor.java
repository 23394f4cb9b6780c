package io.clientele.domain.identity;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Permission;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a use case, created by {@link AccessPolicy#actor}. Immutable.
 *
 * @param name stable and not blank; shown by the audit trail, such as {@code operator:0199f3b2-…}
 * @param permissions all that the actor holds
 * @param ownAccount the account of a customer; null for other actors
 * @param cause of the request
 */
public record Actor(
    String name,
    Set<Role> roles,
    Set<Permission> permissions,
    @Nullable AccountId ownAccount,
    Causation cause) {
  public Actor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(roles, "roles");
    Objects.requireNonNull(permissions, "permissions");
    Objects.requireNonNull(cause, "cause");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank");
    }
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
  }

  /** Creates an actor whose cause is unknown. */
  public Actor(
      String name, Set<Role> roles, Set<Permission> permissions, @Nullable AccountId ownAccount) {
    this(name, roles, permissions, ownAccount, Causation.UNKNOWN);
  }

  /** Returns this actor with another cause. */
  public Actor because(Causation because) {
    return new Actor(name, roles, permissions, ownAccount, because);
  }

  /** Returns the provenance of what this actor does at an instant. */
  public Provenance acts(Instant at) {
    return new Provenance(name, at, cause);
  }

  /** Returns whether the actor is this operator. */
  public boolean is(OperatorId operator) {
    return name.equals(operator.subject());
  }

  /** Returns whether the actor holds the permission. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
