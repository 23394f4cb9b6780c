package io.clientele.domain.identity;

import io.clientele.domain.InvalidValue;
import io.clientele.domain.Text;

/**
 * What an operator or an API key is called: 1 to 200 characters (code points) after trimming.
 * Prints masked: it may be a person's name.
 */
public record Label(String value) {
  public Label {
    value = Text.composed(value).strip();
    var faults = Text.faults("name", value, 1, 200);
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
