package io.clientele.domain.order;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number by which people name an order: 10 random characters of Crockford's base 32. It tells
 * nothing about other orders.
 */
public record OrderNumber(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");

  /** Throws {@link InvalidValue} for another shape. */
  public OrderNumber {
    Objects.requireNonNull(value, "value");
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValue("number", "must be 10 characters of Crockford's base 32");
    }
  }

  /** Returns a random number. */
  public static OrderNumber of(RandomGenerator random) {
    var text = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new OrderNumber(text.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
