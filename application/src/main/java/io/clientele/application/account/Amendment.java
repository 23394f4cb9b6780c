package io.clientele.application.account;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Profile;
import java.util.Objects;
import java.util.Set;

/**
 * A profile after an amendment.
 *
 * @param required the permissions that the fields named by the amendment require, whether or not
 *     they change a value
 */
public record Amendment(Profile profile, Set<AccountPermission> required) {
  public Amendment {
    Objects.requireNonNull(profile, "profile");
    required = Set.copyOf(Objects.requireNonNull(required, "required"));
  }

  /** A profile whose amendment requires no permission beyond that of amending. */
  public static Amendment to(Profile profile) {
    return new Amendment(profile, Set.of());
  }
}
