package io.clientele.application.product;

import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.Stock;
import io.clientele.domain.product.UnshippedGoods;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the stock of products from the ledger. Safe for use by many threads. */
public final class ReadStock {
  private final Ledger ledger;
  private final Set<UnshippedGoods> unshipped;

  /** Reads from this ledger; on hand is also what these contexts sold and did not ship. */
  public ReadStock(Ledger ledger, Set<UnshippedGoods> unshipped) {
    Objects.requireNonNull(unshipped, "unshipped");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.unshipped = Set.copyOf(unshipped);
  }

  /** Returns the stock of each of these products that has one; services have none. */
  public Map<ProductId, Stock> read(Collection<Product> products) {
    var balances = WarehouseBalances.of(ledger, products);
    if (balances.isEmpty()) {
      return Map.of();
    }
    var sold = unshipped(balances.keySet());
    var levels = new HashMap<ProductId, Stock>();
    balances.forEach(
        (id, main) ->
            levels.put(
                id, Stock.of(main.posted(), main.held(), sold.getOrDefault(id, BigInteger.ZERO))));
    return levels;
  }

  private Map<ProductId, BigInteger> unshipped(Collection<ProductId> products) {
    var sums = new HashMap<ProductId, BigInteger>();
    for (var context : unshipped) {
      context.of(products).forEach((id, minor) -> sums.merge(id, minor, BigInteger::add));
    }
    return sums;
  }
}
