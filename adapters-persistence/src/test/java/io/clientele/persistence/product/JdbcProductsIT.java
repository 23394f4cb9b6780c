package io.clientele.persistence.product;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.product.Products;
import io.clientele.persistence.change.JdbcIdempotencyStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.ledger.JdbcAssets;
import io.clientele.persistence.ledger.JdbcLedger;
import io.clientele.persistence.ledger.JdbcPockets;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.StoredEvents;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.product.ProductsContract;
import java.util.List;

class JdbcProductsIT implements ProductsContract {
  private final Database database = postgres().emptied();
  private final Products products = new JdbcProducts(database, TestPostgres.CHANGES);
  private final Ledger ledger = new JdbcLedger(database, TestPostgres.CHANGES);

  TestPostgres postgres() {
    return TestPostgres.V18;
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
    return new JdbcPockets(database, TestPostgres.CHANGES);
  }

  @Override
  public Assets assets() {
    return new JdbcAssets(database, TestPostgres.CHANGES);
  }

  @Override
  public Products unreachableProducts() {
    return new JdbcProducts(TestPostgres.away(), TestPostgres.CHANGES);
  }

  @Override
  public IdempotencyStore responses() {
    return new JdbcIdempotencyStore(database);
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public List<PublishedEvent> published() {
    return StoredEvents.of(database);
  }
}
