package io.clientele.domain.order.line;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A part of a line, as a client names it.
 *
 * @param line number of the line, from 1
 * @param quantity more than 0, at most 10⁹
 */
public record LineRequest(int line, BigDecimal quantity) {
  /** The largest number of lines of an order. */
  public static final int LINES_MAX = 50;

  /** The largest quantity of a line. */
  public static final BigDecimal QUANTITY_MAX = BigDecimal.TEN.pow(9);

  /** Throws {@link InvalidValue} for a quantity out of range. */
  public LineRequest {
    Objects.requireNonNull(quantity, "quantity");
    requireQuantity(quantity);
  }

  /** Parses a quantity such as {@code 2} or {@code 0.5}. Throws {@link InvalidValue}. */
  public static BigDecimal parseQuantity(String text) {
    return requireQuantity(new BigDecimal(Amount.requireShape(text)));
  }

  /** Returns the quantity if it is more than 0 and at most {@link #QUANTITY_MAX}. */
  public static BigDecimal requireQuantity(BigDecimal quantity) {
    if (quantity.signum() <= 0 || quantity.compareTo(QUANTITY_MAX) > 0) {
      throw new InvalidValue("quantity", "must be more than 0 and at most 1000000000");
    }
    return quantity;
  }
}
