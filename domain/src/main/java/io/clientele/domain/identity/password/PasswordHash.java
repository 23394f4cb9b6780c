package io.clientele.domain.identity.password;

import java.util.Objects;

/**
 * A stored password hash, in the format of the {@link PasswordHasher} that made it. Printed masked,
 * because a hash allows offline guessing.
 */
public record PasswordHash(String value) {
  public PasswordHash {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "***";
  }
}
