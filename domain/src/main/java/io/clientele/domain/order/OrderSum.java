package io.clientele.domain.order;

import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import java.math.BigInteger;
import java.util.Objects;

/**
 * What an order costs, in minor units of its currency.
 *
 * @param total 0 or more
 * @param refunded that was paid back of the total
 */
public record OrderSum(Asset currency, BigInteger total, BigInteger refunded) {
  public OrderSum {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(refunded, "refunded");
  }

  /** The total, as clients write it. */
  public String totalText() {
    return text(total);
  }

  /** The refunded sum, as clients write it. */
  public String refundedText() {
    return text(refunded);
  }

  /** Writes an amount of the currency. */
  public String text(BigInteger minor) {
    return Amount.text(minor, currency.scale());
  }

  OrderSum refunding(BigInteger minor) {
    return new OrderSum(currency, total, refunded.add(minor));
  }
}
