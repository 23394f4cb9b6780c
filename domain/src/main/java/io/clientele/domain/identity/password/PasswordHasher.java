package io.clientele.domain.identity.password;

import io.clientele.domain.identity.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with a slow function, few at a time. Implementations are safe for use by many
 * threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when too many calls wait.
 */
public interface PasswordHasher {
  /** Returns a hash to store, with its salt. */
  PasswordHash hash(Password chosen);

  /**
   * Whether the password is right; takes the same time for a right and a wrong one.
   *
   * @param typed any text; composed as {@link Password} composes before it is compared
   * @param hash null for an unknown user; returns false after the same amount of work
   */
  boolean isRight(Secret typed, @Nullable PasswordHash hash);
}
