package io.clientele.domain.product;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/**
 * Tells how much of products was sold and is still in the warehouse. Contexts that sell goods
 * contribute it; stock on hand includes it. Implementations are safe for use by many threads and
 * throw {@code PortUnavailable}.
 */
@FunctionalInterface
public interface UnshippedGoods {
  /** Returns minor units of products; a product without an entry has none. */
  Map<ProductId, BigInteger> of(Collection<ProductId> products);
}
