package io.clientele.domain.ledger;

import io.clientele.domain.kernel.InvalidValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A positive amount of an asset in minor units, at most 38 digits. The scale of the asset gives the
 * position of the decimal point.
 */
public record Amount(BigInteger minor) {
  /** The largest amount, and the largest balance of a pocket with a floor: 38 digits. */
  public static final BigInteger MAX = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);

  private static final int TEXT_MAX = 57;
  private static final Pattern SHAPE = Pattern.compile("(0|[1-9][0-9]{0,37})(\\.[0-9]{1,18})?");

  /** Throws {@link InvalidValue} unless it is 1 to {@link #MAX}. */
  public Amount {
    Objects.requireNonNull(minor, "minor");
    if (minor.signum() <= 0) {
      throw new InvalidValue("amount", "must be more than 0");
    }
    if (minor.compareTo(MAX) > 0) {
      throw new InvalidValue(
          "amount", "must have at most 38 digits with the decimals of the asset");
    }
  }

  /** An amount of minor units. */
  public static Amount of(long minor) {
    return new Amount(BigInteger.valueOf(minor));
  }

  /**
   * Parses an amount such as {@code 12.50}, with at most as many decimals as the scale.
   *
   * @throws InvalidValue of the field {@code amount}
   */
  public static Amount parse(String text, int scale) {
    return new Amount(minor(requireShape(text), scale));
  }

  /** Returns the text if it has the shape of an amount of any asset. */
  public static String requireShape(String text) {
    if (text.length() > TEXT_MAX || !SHAPE.matcher(text).matches()) {
      throw new InvalidValue("amount", "must be an amount such as 12.50");
    }
    return text;
  }

  /** Parses a signed amount such as {@code -100.00}, for floors. */
  public static BigInteger parseSigned(String text, int scale) {
    var isNegative = text.startsWith("-");
    var minor = minor(requireShape(isNegative ? text.substring(1) : text), scale);
    if (minor.compareTo(MAX) > 0) {
      throw new InvalidValue(
          "amount", "must have at most 38 digits with the decimals of the asset");
    }
    return isNegative ? minor.negate() : minor;
  }

  /** Writes minor units with exactly as many decimals as the scale. */
  public static String text(BigInteger minor, int scale) {
    return new BigDecimal(minor, scale).toPlainString();
  }

  /** Writes the amount with exactly as many decimals as the scale. */
  public String text(int scale) {
    return text(minor, scale);
  }

  private static BigInteger minor(String text, int scale) {
    var value = new BigDecimal(text);
    if (value.scale() > scale) {
      throw new InvalidValue("amount", "must have at most " + scale + " decimals");
    }
    return value.setScale(scale).unscaledValue();
  }
}
