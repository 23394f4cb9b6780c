package io.clientele.domain.identity;

import io.clientele.domain.Text;

/**
 * The name of an operator or an API key: 1 to 200 characters by the rules of {@link Text#line}.
 * Prints masked: it may be a person's name.
 */
public record Label(String value) {
  public Label {
    value = Text.line("name", value, 1, 200);
  }

  @Override
  public String toString() {
    return "***";
  }
}
