package io.clientele.domain.account;

import io.clientele.domain.kernel.text.TextRules;
import java.util.Objects;

/**
 * The name of a client: 1 to 200 characters by the rules of {@link TextRules#line}. Printed masked.
 */
public record ClientName(String value) {
  public ClientName {
    Objects.requireNonNull(value, "value");
    value = TextRules.line("name", value, 1, 200);
  }

  /** Masked: names are personal, and logs are read by many. */
  @Override
  public String toString() {
    return "***";
  }
}
