package io.clientele.domain.identity;

import io.clientele.domain.kernel.text.TextRules;
import java.util.Objects;

/**
 * The name of an operator or an API key: 1 to 200 characters by the rules of {@link
 * TextRules#line}. Printed masked, because it may be a person's name.
 */
public record DisplayName(String value) {
  public DisplayName {
    Objects.requireNonNull(value, "value");
    value = TextRules.line("name", value, 1, 200);
  }

  @Override
  public String toString() {
    return "***";
  }
}
