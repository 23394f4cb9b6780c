package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.summary.OrderSummaries;
import io.clientele.domain.product.Products;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.ledger.JdbcAssets;
import io.clientele.persistence.ledger.JdbcLedger;
import io.clientele.persistence.ledger.JdbcPockets;
import io.clientele.persistence.product.JdbcProducts;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.order.OrderConcurrencyContract;
import io.clientele.testkit.order.OrderLifeContract;
import io.clientele.testkit.order.OrderSummariesContract;
import io.clientele.testkit.order.OrdersContract;
import java.time.Instant;
import java.util.List;
import java.util.Random;

class JdbcOrdersIT
    implements OrdersContract, OrderLifeContract, OrderConcurrencyContract, OrderSummariesContract {
  private final Database database = postgres().emptied();
  private final Orders orders = new JdbcOrders(database, TestPostgres.CHANGES);
  private final Ledger ledger = new JdbcLedger(database, TestPostgres.CHANGES);

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  Database database() {
    return database;
  }

  @Override
  public Orders orders() {
    return orders;
  }

  @Override
  public OrderSummaries summaries() {
    return new JdbcOrderSummaries(database);
  }

  @Override
  public OrderSummaries unreachableSummaries() {
    return new JdbcOrderSummaries(TestPostgres.away());
  }

  @Override
  public Products products() {
    return new JdbcProducts(database, TestPostgres.CHANGES);
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
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public AccountId account() {
    return AccountId.of(Instant.now(), new Random());
  }

  @Override
  public Orders unreachableOrders() {
    return new JdbcOrders(TestPostgres.away(), TestPostgres.CHANGES);
  }
}
