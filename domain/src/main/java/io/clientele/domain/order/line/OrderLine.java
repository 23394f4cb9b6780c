package io.clientele.domain.order.line;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * One line of an order. Quantities are minor units of the item's scale.
 *
 * @param number of the line, from 1
 * @param quantity that was ordered, more than 0
 * @param shipped that left the warehouse and was neither lost nor brought back by the carrier
 * @param returned that the customer gave back or did not get
 * @param cancelled that is not delivered any more
 */
public record OrderLine(
    int number,
    OrderedItem item,
    BigInteger quantity,
    BigInteger shipped,
    BigInteger returned,
    BigInteger cancelled) {
  public OrderLine {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(shipped, "shipped");
    Objects.requireNonNull(returned, "returned");
    Objects.requireNonNull(cancelled, "cancelled");
  }

  /** Returns a line of which nothing has happened yet. */
  public static OrderLine ordered(int number, OrderedItem item, BigInteger quantity) {
    return new OrderLine(number, item, quantity, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  /** What the whole line costs, in minor units of the currency. */
  public BigInteger total() {
    return item.amount(quantity);
  }

  /** The quantity that is to be delivered or was. */
  public BigInteger active() {
    return quantity.subtract(cancelled);
  }

  /**
   * Returns what is paid back for more units of this line. Sums of rounded parts equal the rounded
   * whole, because each part is the difference of two rounded sums.
   */
  public BigInteger refund(BigInteger units) {
    var before = cancelled.add(returned);
    return item.amount(before.add(units)).subtract(item.amount(before));
  }

  /** Writes a quantity of this line with its decimals. */
  public String text(BigInteger units) {
    return new BigDecimal(units, item.scale()).toPlainString();
  }

  public OrderLine shipped(BigInteger units) {
    return new OrderLine(number, item, quantity, units, returned, cancelled);
  }

  public OrderLine returning(BigInteger units) {
    return new OrderLine(number, item, quantity, shipped, returned.add(units), cancelled);
  }

  public OrderLine cancelling(BigInteger units) {
    return new OrderLine(number, item, quantity, shipped, returned, cancelled.add(units));
  }
}
