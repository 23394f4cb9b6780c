package io.clientele.domain.identity.password;

/**
 * A stored password hash, in the format of the {@link PasswordHasher} that made it. Printed masked,
 * because a hash allows offline guessing.
 */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
