package io.clientele.domain.identity;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Permission;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks.
 *
 * @param name stable; what an audit trail shows, such as {@code operator:0199f3b2-…}
 * @param ownAccount a customer's own account, null for everyone else
 * @param cause of what is asked for
 */
public record Actor(String name, Set<Role> roles, @Nullable AccountId ownAccount, Causation cause) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  /** One that says nothing of why it asks. */
  public Actor(String name, Set<Role> roles, @Nullable AccountId ownAccount) {
    this(name, roles, ownAccount, Causation.UNKNOWN);
  }

  /** The same, asking because of this. */
  public Actor because(Causation because) {
    return new Actor(name, roles, ownAccount, because);
  }

  /** What it does at this time. */
  public Provenance acts(Instant at) {
    return new Provenance(name, at, cause);
  }

  /** Whether any role allows it. */
  public boolean may(Permission permission) {
    for (var role : roles) {
      if (role.allows(permission)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this account exists for the actor: a customer sees its own alone. */
  public boolean maySee(AccountId id) {
    return may(Permission.VIEW_ACCOUNTS) || may(Permission.VIEW_ACCOUNT) && id.equals(ownAccount);
  }
}
