package io.clientele.application.product;

import io.clientele.domain.product.Product;
import io.clientele.domain.product.Stock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product with its stock.
 *
 * @param stock null for a service
 */
public record ProductView(Product product, @Nullable Stock stock) {
  public ProductView {
    Objects.requireNonNull(product, "product");
  }

  /** Returns a product of which nothing is in stock yet. */
  public static ProductView created(Product product) {
    return new ProductView(product, product.unit().isStocked() ? Stock.NONE : null);
  }
}
