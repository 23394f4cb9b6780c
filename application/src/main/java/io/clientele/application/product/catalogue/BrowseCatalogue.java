package io.clientele.application.product.catalogue;

import io.clientele.application.product.ReadAvailableStock;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.ProductQuery.Filter;
import io.clientele.domain.product.ProductQuery.Order;
import io.clientele.domain.product.ProductQuery.Position;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.Products;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the active products of the catalogue, a page at a time. Counts no views. */
public final class BrowseCatalogue {
  private final Products products;
  private final ReadAvailableStock readAvailableStock;
  private final int few;
  private final InstantSource clock;

  /**
   * Lists products of this store.
   *
   * @param few at most how many units are told as a few
   */
  public BrowseCatalogue(
      Products products, ReadAvailableStock readAvailableStock, int few, InstantSource clock) {
    this.products = Objects.requireNonNull(products, "products");
    this.readAvailableStock = Objects.requireNonNull(readAvailableStock, "readAvailableStock");
    this.few = few;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Which page is wanted.
   *
   * @param text part of the title or SKU; null for all products
   * @param after where the page before ended; null for the first
   */
  public record Request(Order order, @Nullable String text, @Nullable Position after, int limit) {
    public Request {
      Objects.requireNonNull(order, "order");
    }
  }

  /**
   * One page.
   *
   * @param next where the next page begins; null on the last page
   */
  public record Page(List<CatalogueProduct> products, @Nullable Position next) {
    public Page {
      products = List.copyOf(Objects.requireNonNull(products, "products"));
    }
  }

  /** Returns one page. */
  public Page browse(Request request) {
    var filter = new Filter(Set.of(ProductStatus.ACTIVE), request.text, null);
    var page =
        products.list(new ProductQuery(filter, request.order, request.after, request.limit, false));
    var available = readAvailableStock.read(page.products());
    var now = clock.instant();
    return new Page(
        page.products().stream()
            .map(product -> CatalogueProduct.of(product, available.get(product.id()), few, now))
            .toList(),
        page.next());
  }
}
