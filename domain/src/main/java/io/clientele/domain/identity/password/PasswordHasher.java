package io.clientele.domain.identity.password;

import io.clientele.domain.identity.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Makes hashes of passwords, slowly on purpose, so few at a time: safe for use by many threads,
 * throws {@link io.clientele.domain.kernel.PortUnavailable} when too many wait already.
 */
public interface PasswordHasher {
  /** A hash to keep, with its salt. */
  PasswordHash hash(Password chosen);

  /**
   * Whether this is the password; costs the same whether it is or not.
   *
   * @param typed any text, composed before it is compared as {@link Password} composes
   * @param hash null for an unknown user; returns false after the same amount of work
   */
  boolean isRight(Secret typed, @Nullable PasswordHash hash);
}
