package io.clientele.domain.account;

import io.clientele.domain.InvalidValue;
import io.clientele.domain.Text;

/** What a client is called: 1 to 200 characters (code points) after trimming. Prints masked. */
public record ClientName(String value) {
  public ClientName {
    value = Text.composed(value).strip();
    var faults = Text.faults("name", value, 1, 200);
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  /** Masked: names are personal, and logs are read by many. */
  @Override
  public String toString() {
    return "***";
  }
}
