package io.clientele.domain.parcel;

import io.clientele.domain.kernel.text.TextRules;

/** The address label of a parcel: 1 to 100 characters. Prints masked: it may name a person. */
public record ParcelLabel(String value) {
  public ParcelLabel {
    value = TextRules.line("label", value, 1, 100);
  }

  @Override
  public String toString() {
    return "***";
  }
}
