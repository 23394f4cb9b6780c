package io.clientele.domain.product;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What customers are told of the stock of a product. */
public enum Availability {
  /** More than a few can be ordered. A service always can. */
  IN_STOCK,
  /** A few can be ordered. */
  FEW,
  /** Nothing can be ordered. */
  NONE;

  /**
   * Returns the availability of a product.
   *
   * @param available what can be ordered, in minor units of its quantity; null for a service
   * @param few at most how many whole units are a few
   */
  public static Availability of(Product product, @Nullable BigInteger available, int few) {
    if (!product.isOrderable()) {
      return NONE;
    }
    if (available == null) {
      return IN_STOCK;
    }
    if (available.signum() <= 0) {
      return NONE;
    }
    var bound = BigInteger.valueOf(few).multiply(BigInteger.TEN.pow(product.unit().scale()));
    return available.compareTo(bound) <= 0 ? FEW : IN_STOCK;
  }
}
