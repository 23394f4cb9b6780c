package io.clientele.domain.order;

import io.clientele.domain.kernel.text.TextRules;
import java.util.Objects;

/** Where to send goods: a text of 1 to 500 characters. Personal, so it prints masked. */
public record Address(String value) {
  private static final int LENGTH_MAX = 500;

  /** Throws {@link io.clientele.domain.kernel.InvalidValue}. */
  public Address {
    Objects.requireNonNull(value, "value");
    value = TextRules.line("address", value, 1, LENGTH_MAX);
  }

  @Override
  public String toString() {
    return "***";
  }
}
