package io.clientele.domain.product;

import java.util.Objects;

/** What a new product is to be. */
public record ProductOffer(
    Sku sku, ProductUnit unit, ProductDetails details, ProductStatus status) {
  public ProductOffer {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(status, "status");
  }
}
