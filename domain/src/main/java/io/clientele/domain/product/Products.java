package io.clientele.domain.product;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Stores products and their prices. Each call is one transaction. Implementations are safe for use
 * by many threads and throw {@code PortUnavailable}.
 */
public interface Products {
  /**
   * Stores the state of a change under the next version, together with the prices that its events
   * add and its response if it has one. A state of version 0 is a new product: its asset and its
   * pockets of the ledger are stored with it. Every result but {@link Saved#STORED} has stored
   * nothing. Must not be called with an empty change.
   */
  Saved save(Change<Product> change);

  /** Returns the product of this id, as last stored. */
  Optional<Product> find(ProductId id);

  /** Returns those products that exist, all at one instant. */
  Map<ProductId, Product> findAll(Collection<ProductId> ids);

  /** Returns one page of the products that the query selects. */
  ProductPage list(ProductQuery query);

  /** How {@link #save} ends. */
  enum Saved {
    STORED,
    /** Another writer changed the product first, or the id exists already. */
    STALE,
    /** There is a product of this SKU, or the ledger has an asset of its name. */
    SKU_TAKEN,
    /** A price overlaps one that is stored. */
    PRICE_OVERLAPS,
    /** Another request with the idempotency key of the change is in progress. */
    IN_PROGRESS,
    /** A response is stored under the key already; {@link IdempotencyStore} finds it. */
    ANSWERED
  }
}
