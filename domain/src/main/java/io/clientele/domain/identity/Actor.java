package io.clientele.domain.identity;

import io.clientele.domain.account.AccountId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks.
 *
 * @param name stable; what an audit trail shows
 * @param ownAccount a customer's own account, null for everyone else
 */
public record Actor(String name, Set<Role> roles, @Nullable AccountId ownAccount) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Whether any role allows it. */
  public boolean may(Permission permission) {
    return roles.stream().anyMatch(role -> role.allows(permission));
  }

  /** Whether this account exists for the actor: a customer sees its own alone. */
  public boolean maySee(AccountId id) {
    return may(Permission.VIEW_ACCOUNTS) || may(Permission.VIEW_ACCOUNT) && id.equals(ownAccount);
  }
}
