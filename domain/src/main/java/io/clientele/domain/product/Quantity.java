package io.clientele.domain.product;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import java.math.BigInteger;

/** Parses quantities of products, such as {@code 12} or {@code -0.5}. */
public final class Quantity {
  private static final String FIELD = "quantity";

  private Quantity() {}

  /**
   * Parses a quantity that is more than 0.
   *
   * @throws InvalidValue of the field {@code quantity}
   */
  public static BigInteger parse(String text, int scale) {
    var minor = parseSigned(text, scale);
    if (minor.signum() < 0) {
      throw new InvalidValue(FIELD, "must be more than 0");
    }
    return minor;
  }

  /**
   * Parses a quantity that is not 0.
   *
   * @throws InvalidValue of the field {@code quantity}
   */
  public static BigInteger parseSigned(String text, int scale) {
    try {
      var minor = Amount.parseSigned(text, scale);
      if (minor.signum() == 0) {
        throw new InvalidValue(FIELD, "must not be 0");
      }
      return minor;
    } catch (InvalidValue broken) {
      throw new InvalidValue(FIELD, broken.faults().get(0).rule());
    }
  }
}
