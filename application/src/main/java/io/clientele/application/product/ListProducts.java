package io.clientele.application.product;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.product.ProductPage;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.Products;
import java.util.List;
import java.util.Objects;

/** Lists products with their stock, a page at a time. Counts no views. */
public final class ListProducts {
  private final Products products;
  private final ReadStock readStock;

  public ListProducts(Products products, ReadStock readStock) {
    this.products = Objects.requireNonNull(products, "products");
    this.readStock = Objects.requireNonNull(readStock, "readStock");
  }

  /** A page, and its products with their stock, in the same order. */
  public record Listing(ProductPage page, List<ProductView> views) {
    public Listing {
      Objects.requireNonNull(page, "page");
      views = List.copyOf(Objects.requireNonNull(views, "views"));
    }
  }

  /** Returns one page, if the actor may see products. */
  public Access<Listing> list(Actor actor, ProductQuery query) {
    return Access.when(actor.may(ProductPermission.VIEW_PRODUCTS), () -> list(query));
  }

  private Listing list(ProductQuery query) {
    var page = products.list(query);
    var stock = readStock.read(page.products());
    var views =
        page.products().stream()
            .map(product -> new ProductView(product, stock.get(product.id())))
            .toList();
    return new Listing(page, views);
  }
}
