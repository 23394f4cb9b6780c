package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access of an API key: the roles operator, auditor or both, or customer alone.
 *
 * @param account the account of a customer; null for other roles
 */
public record ApiKeyScope(Set<Role> roles, @Nullable AccountId account) {
  private static final Set<Role> OURS = EnumSet.of(Role.OPERATOR, Role.AUDITOR);
  private static final Set<Role> CUSTOMER = EnumSet.of(Role.CUSTOMER);

  public ApiKeyScope {
    roles = Set.copyOf(roles);
    var isCustomer = roles.equals(CUSTOMER);
    if (!isCustomer && (roles.isEmpty() || !OURS.containsAll(roles))) {
      throw new InvalidValue("roles", "must be operator, auditor or both, or customer alone");
    }
    if (isCustomer != (account != null)) {
      throw new InvalidValue("accountId", "must be given for a customer, and for no other role");
    }
  }
}
