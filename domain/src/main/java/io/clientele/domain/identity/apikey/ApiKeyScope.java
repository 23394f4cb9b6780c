package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access of an API key: the roles operator, auditor or both, or customer alone.
 *
 * @param account the account of a customer; null for other roles
 * @param front at which the key is accepted; the store accepts customers only
 */
public record ApiKeyScope(Set<Role> roles, @Nullable AccountId account, Front front) {
  private static final Set<Role> OURS = EnumSet.of(Role.OPERATOR, Role.AUDITOR);
  private static final Set<Role> CUSTOMER = EnumSet.of(Role.CUSTOMER);

  /** The access of a key for the operations front. */
  public ApiKeyScope(Set<Role> roles, @Nullable AccountId account) {
    this(roles, account, Front.OPERATIONS);
  }

  public ApiKeyScope {
    Objects.requireNonNull(front, "front");
    roles = Set.copyOf(Objects.requireNonNull(roles, "roles"));
    var isCustomer = roles.equals(CUSTOMER);
    if (!isCustomer && (roles.isEmpty() || !OURS.containsAll(roles))) {
      throw new InvalidValue("roles", "must be operator, auditor or both, or customer alone");
    }
    if (isCustomer != (account != null)) {
      throw new InvalidValue("accountId", "must be given for a customer, and for no other role");
    }
    if (front == Front.STORE && !isCustomer) {
      throw new InvalidValue("front", "must be operations unless the role is customer");
    }
  }
}
