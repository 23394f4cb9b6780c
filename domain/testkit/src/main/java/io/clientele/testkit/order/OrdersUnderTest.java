package io.clientele.testkit.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.order.Orders;
import io.clientele.domain.product.Products;
import java.util.List;

/** The ports that a test of {@link OrdersContract} provides: empty stores for each test. */
public interface OrdersUnderTest {
  /** The store of orders. */
  Orders orders();

  /** The products that are ordered. */
  Products products();

  /** The ledger that holds money and goods. */
  Ledger ledger();

  /** The pockets of {@link #ledger}. */
  Pockets pockets();

  /** The assets of {@link #ledger}. */
  Assets assets();

  /** Returns the entries of the audit of {@link #orders}, the oldest first. */
  List<AuditEntry> audit();

  /** Returns a new account. */
  AccountId account();

  /** A store of an unreachable server. A call must end within seconds. */
  Orders unreachableOrders();
}
