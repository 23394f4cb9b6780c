package io.clientele.domain.ledger;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Objects;
import java.util.regex.Pattern;

/** The name of an asset, such as {@code USD}: 1 to 40 of {@code A-Z}, digits and hyphens. */
public record AssetCode(String value) implements Comparable<AssetCode> {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9-]{0,39}");

  /** Throws {@link InvalidValue} for another shape. */
  public AssetCode {
    Objects.requireNonNull(value, "value");
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValue(
          "asset", "must be 1 to 40 capital letters, digits and hyphens, beginning with a letter");
    }
  }

  @Override
  public int compareTo(AssetCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
