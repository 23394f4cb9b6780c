package io.clientele.application.product;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.Products;

/** Stores changes of products and translates how that ends. */
final class ProductUpdate {
  /** The outcomes of a change whose idempotency key was used before. */
  static final IdempotencyGuard.Outcomes<ProductOutcome> EARLIER =
      new IdempotencyGuard.Outcomes<>(
          ProductOutcome.Replayed::new,
          new ProductOutcome.KeyMismatch(),
          new ProductOutcome.NoSuchProduct());

  private ProductUpdate() {}

  /** Stores a change; {@code stored} is the outcome if that succeeds. */
  static ProductOutcome save(Products products, Change<Product> change, ProductOutcome stored) {
    return switch (products.save(change)) {
      case STORED -> stored;
      case STALE, ANSWERED -> new ProductOutcome.Overtaken();
      case SKU_TAKEN -> new ProductOutcome.SkuTaken();
      case PRICE_OVERLAPS -> new ProductOutcome.PriceOverlaps();
      case IN_PROGRESS -> new ProductOutcome.InProgress();
    };
  }

  /** Returns the state of a change under the version that storing gives it. */
  static Product stored(Change<Product> change) {
    return change.state().at(change.state().version() + 1);
  }
}
