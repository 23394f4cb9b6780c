package io.clientele.domain.identity.password;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;
import java.util.Objects;

/**
 * A new password: 12 to 200 code points, in composed form (NFC), so that every keyboard types the
 * same bytes; not one of the most common passwords (ASVS 5.0, 6.2.4). Printed masked. A password
 * that is typed at a sign-in is a {@link Secret}, which has no rules.
 */
public record Password(String value) {
  public Password {
    Objects.requireNonNull(value, "value");
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
