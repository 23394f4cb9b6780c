package io.clientele.domain.product.ranking;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.views.history.ViewPeriod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ranks products by their persisted views. Implementations are safe for use by many threads and
 * throw {@link PortUnavailable} when the store cannot be reached.
 */
public interface ProductRanking {
  /**
   * Returns the most viewed products, most viewed first, and greater ids first among equals. Leaves
   * out products without views.
   *
   * @param within null for all time
   * @param after where the previous page ended; null for the first page
   * @param limit the greatest number of products to return, from 1
   */
  List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit);

  /** A product and its number of views. */
  record Entry(ProductId id, String title, long views) {
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
    }
  }

  /** The last product of a page. */
  record After(long views, ProductId id) {
    public After {
      Objects.requireNonNull(id, "id");
    }
  }
}
