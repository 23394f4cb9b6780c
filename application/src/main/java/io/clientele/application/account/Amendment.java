package io.clientele.application.account;

import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Permission;
import java.util.Set;

/** A change of a profile, applied to the profile as it is stored. */
@FunctionalInterface
public interface Amendment {
  /**
   * Returns the amended profile. May be called again with a newer profile, and may throw {@link
   * io.clientele.domain.InvalidValue}.
   */
  Profile apply(Profile stored);

  /**
   * The permissions that the fields named by this amendment require, whether or not they change a
   * value. Asked after {@link #apply}.
   */
  default Set<Permission> required() {
    return Set.of();
  }
}
