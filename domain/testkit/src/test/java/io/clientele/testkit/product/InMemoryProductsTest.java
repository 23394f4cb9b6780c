package io.clientele.testkit.product;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.product.Products;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import io.clientele.inmemory.product.InMemoryProducts;
import java.time.InstantSource;
import java.util.List;

class InMemoryProductsTest implements ProductsContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryAssets assets = new InMemoryAssets(changes);
  private final InMemoryLedger ledger = new InMemoryLedger(changes, InstantSource.system());
  private final InMemoryProducts products =
      new InMemoryProducts(changes, assets, ledger, InstantSource.system());

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
  public Products unreachableProducts() {
    products.startOutage();
    return products;
  }

  @Override
  public IdempotencyStore responses() {
    return changes.responses();
  }

  @Override
  public List<AuditEntry> audit() {
    return changes.entries();
  }

  @Override
  public List<PublishedEvent> published() {
    return changes.published();
  }
}
