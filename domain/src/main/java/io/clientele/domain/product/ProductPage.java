package io.clientele.domain.product;

import io.clientele.domain.product.ProductQuery.Position;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins; null on the last page
 * @param total null if it was not asked for
 */
public record ProductPage(List<Product> products, @Nullable Position next, @Nullable Total total) {
  public ProductPage {
    products = List.copyOf(Objects.requireNonNull(products, "products"));
  }

  /**
   * The number of products that the filter selects: exact up to {@value #EXACT_MAX}; above it, that
   * number and not exact.
   */
  public record Total(long count, boolean isExact) {
    /** Counting stops here. */
    public static final int EXACT_MAX = 10_000;

    /** Returns the total of a count that stopped at one more than {@value #EXACT_MAX}. */
    public static Total of(long counted) {
      return new Total(Math.min(counted, EXACT_MAX), counted <= EXACT_MAX);
    }
  }
}
