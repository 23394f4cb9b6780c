package io.clientele.application.product;

import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The balances of the pockets that hold what can be sold. */
final class WarehouseBalances {
  private WarehouseBalances() {}

  /** Returns the balance for each of these products that has a stock. */
  static Map<ProductId, Balance> of(Ledger ledger, Collection<Product> products) {
    var stocked = products.stream().filter(product -> product.unit().isStocked()).toList();
    if (stocked.isEmpty()) {
      return Map.of();
    }
    var found = ledger.balances(stocked.stream().map(one -> one.pockets().main()).toList());
    var balances = new HashMap<ProductId, Balance>();
    for (var product : stocked) {
      var main = Objects.requireNonNull(found.get(product.pockets().main()), "has a pocket");
      balances.put(product.id(), main);
    }
    return balances;
  }
}
