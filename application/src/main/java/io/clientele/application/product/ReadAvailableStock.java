package io.clientele.application.product;

import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductId;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reads what can be ordered of products. Costs less than {@link ReadStock}, which also sums up what
 * was sold and not shipped. Safe for use by many threads.
 */
public final class ReadAvailableStock {
  private final Ledger ledger;

  public ReadAvailableStock(Ledger ledger) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /**
   * Returns what can be ordered of each of these products that has a stock, in minor units of its
   * quantity; services have none.
   */
  public Map<ProductId, BigInteger> read(Collection<Product> products) {
    var available = new HashMap<ProductId, BigInteger>();
    WarehouseBalances.of(ledger, products)
        .forEach((id, main) -> available.put(id, main.posted().subtract(main.held())));
    return available;
  }
}
