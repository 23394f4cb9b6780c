package io.clientele.domain.identity.password;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;

/**
 * A password as it is chosen: 12 to 200 characters (code points), composed, so that every keyboard
 * types the same, and none of the most common ones (ASVS 5.0, 6.2.4). Prints masked. What is typed
 * at a sign-in is a {@link Secret}: no rule holds for it.
 */
public record Password(String value) {
  public Password {
    value = TextRules.verbatim("password", value, 12, 200);
    if (PasswordBlocklist.include(value)) {
      throw new InvalidValue("password", "must not be one of the most common passwords");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
