package io.clientele.testkit.product;

import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.product.Products;

/** The ports that a test of {@link ProductsContract} provides: empty stores for each test. */
public interface ProductsUnderTest {
  /** The store of products. */
  Products products();

  /** The ledger in which products have pockets. */
  Ledger ledger();

  /** The pockets of {@link #ledger}. */
  Pockets pockets();

  /** The assets of {@link #ledger}. */
  Assets assets();

  /** A store of an unreachable server. A call must end within seconds. */
  Products unreachableProducts();
}
