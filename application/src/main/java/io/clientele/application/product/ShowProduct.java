package io.clientele.application.product;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.Products;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows one product with its stock. Counts no view. */
public final class ShowProduct {
  private final Products products;
  private final ReadStock readStock;

  public ShowProduct(Products products, ReadStock readStock) {
    this.products = Objects.requireNonNull(products, "products");
    this.readStock = Objects.requireNonNull(readStock, "readStock");
  }

  /** Returns the product, if there is one of this id. */
  public Access<Optional<ProductView>> show(Actor actor, ProductId id) {
    return Access.when(
        actor.may(ProductPermission.VIEW_PRODUCTS),
        () ->
            products
                .find(id)
                .map(one -> new ProductView(one, readStock.read(List.of(one)).get(one.id()))));
  }
}
