package io.clientele.domain.order;

import io.clientele.domain.ledger.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What held orders and the ledger say about the same holds, at one instant.
 *
 * @param orders that are held
 * @param heldMoney by currency, in the order of their codes
 * @param heldGoods lines whose goods are held
 * @param differences pairs of an order and an asset of which the two say different amounts
 */
public record OrderReconciliation(
    long orders, List<Money> heldMoney, long heldGoods, long differences, Instant asOf) {
  public OrderReconciliation {
    Objects.requireNonNull(asOf, "asOf");
    heldMoney = List.copyOf(Objects.requireNonNull(heldMoney, "heldMoney"));
  }

  /** An amount of a currency. */
  public record Money(Asset currency, BigInteger minor) {
    public Money {
      Objects.requireNonNull(currency, "currency");
      Objects.requireNonNull(minor, "minor");
    }
  }

  /** Whether every held order has its hold, and every hold its order. */
  public boolean isBalanced() {
    return differences == 0;
  }
}
