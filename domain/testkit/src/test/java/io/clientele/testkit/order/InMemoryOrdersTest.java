package io.clientele.testkit.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.summary.OrderSummaries;
import io.clientele.domain.product.Products;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import io.clientele.inmemory.order.InMemoryOrderSummaries;
import io.clientele.inmemory.order.InMemoryOrders;
import io.clientele.inmemory.product.InMemoryProducts;
import io.clientele.testkit.kernel.Sample;
import java.time.InstantSource;
import java.util.List;

class InMemoryOrdersTest
    implements OrdersContract, OrderLifeContract, OrderConcurrencyContract, OrderSummariesContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryAssets assets = new InMemoryAssets(changes);
  private final InMemoryLedger ledger = new InMemoryLedger(changes, InstantSource.system());
  private final InMemoryProducts products =
      new InMemoryProducts(changes, assets, ledger, InstantSource.system());
  private final InMemoryOrders orders =
      new InMemoryOrders(changes, ledger, products, InstantSource.system());
  private final Sample sample = new Sample(3);

  @Override
  public Orders orders() {
    return orders;
  }

  @Override
  public OrderSummaries summaries() {
    return new InMemoryOrderSummaries(orders);
  }

  @Override
  public OrderSummaries unreachableSummaries() {
    return new InMemoryOrderSummaries(unreachableOrders());
  }

  @Override
  public Products products() {
    return products;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Pockets pockets() {
    return ledger;
  }

  @Override
  public Assets assets() {
    return assets;
  }

  @Override
  public List<AuditEntry> audit() {
    return changes.entries();
  }

  @Override
  public AccountId account() {
    return sample.id();
  }

  @Override
  public Orders unreachableOrders() {
    var away = new InMemoryOrders(changes, ledger, products, InstantSource.system());
    away.startOutage();
    return away;
  }
}
