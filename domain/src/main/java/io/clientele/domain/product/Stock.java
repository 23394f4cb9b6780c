package io.clientele.domain.product;

import java.math.BigInteger;
import java.util.Objects;

/**
 * The stock of a product, in minor units of its quantity.
 *
 * @param onHand what is in the warehouse, whether sold or not
 * @param reserved what open orders hold
 * @param available what can be ordered
 */
public record Stock(BigInteger onHand, BigInteger reserved, BigInteger available) {
  /** Nothing is in stock. */
  public static final Stock NONE = new Stock(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

  public Stock {
    Objects.requireNonNull(onHand, "onHand");
    Objects.requireNonNull(reserved, "reserved");
    Objects.requireNonNull(available, "available");
  }

  /**
   * Returns the stock of a product.
   *
   * @param posted what the pocket {@code main} holds
   * @param held the part of it that orders hold
   * @param unshipped what was sold and is still in the warehouse
   */
  public static Stock of(BigInteger posted, BigInteger held, BigInteger unshipped) {
    return new Stock(posted.add(unshipped), held, posted.subtract(held));
  }
}
