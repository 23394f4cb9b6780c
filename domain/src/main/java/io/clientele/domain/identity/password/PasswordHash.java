package io.clientele.domain.identity.password;

/**
 * A password as it is kept, in the form of whatever {@link PasswordHasher} made it. Prints masked:
 * who has it may try passwords at leisure.
 */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
