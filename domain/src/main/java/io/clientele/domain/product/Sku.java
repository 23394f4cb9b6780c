package io.clientele.domain.product;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.AssetCode;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A stock keeping unit: the permanent name of a product in the books of the seller. 1 to 36 capital
 * letters, digits and hyphens.
 */
public record Sku(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,35}");

  /** Throws {@link InvalidValue} for another shape. */
  public Sku {
    Objects.requireNonNull(value, "value");
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValue(
          "sku",
          "must be 1 to 36 capital letters, digits and hyphens, not beginning with a hyphen");
    }
  }

  /** The asset in which goods of this SKU are counted. */
  public AssetCode asset() {
    return new AssetCode("SKU-" + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
