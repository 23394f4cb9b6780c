package io.clientele.domain.product;

import io.clientele.domain.kernel.text.TextRules;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a list of products.
 *
 * @param after where the page before ended; null for the first. A position of another order is a
 *     bug
 * @param limit 1 to {@value #LIMIT_MAX}
 */
public record ProductQuery(
    Filter filter, Order order, @Nullable Position after, int limit, boolean withTotal) {
  /** The largest page. */
  public static final int LIMIT_MAX = 200;

  public ProductQuery {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
    if (limit < 1 || limit > LIMIT_MAX || after != null && !after.fits(order)) {
      throw new IllegalArgumentException("no such page");
    }
  }

  /**
   * Selects the products of a list.
   *
   * @param statuses at least one
   * @param text part of the title or SKU, ignoring accents and case, as in lists of accounts; null
   *     selects all
   * @param sku null selects all
   */
  public record Filter(Set<ProductStatus> statuses, @Nullable String text, @Nullable Sku sku) {
    public Filter {
      statuses = Set.copyOf(Objects.requireNonNull(statuses, "statuses"));
      if (statuses.isEmpty()) {
        throw new IllegalArgumentException("a list has at least one status");
      }
      text = text == null ? null : TextRules.line("q", text, 1, 100);
    }
  }

  /** The order of a list. Equal products are ordered by id, in the same direction. */
  public enum Order {
    /** Oldest first. */
    CREATED,
    /** Newest first. */
    CREATED_DESCENDING,
    /** By title, ignoring accents and case. */
    TITLE,
    /** By title, descending. */
    TITLE_DESCENDING
  }

  /** The end of a page in its order: the sort value and the id of its last product. */
  public sealed interface Position {
    /** Orders products of equal sort values. */
    ProductId id();

    /** Whether this position belongs to this order. */
    boolean fits(Order order);

    /** By time of creation. */
    record Created(Instant at, ProductId id) implements Position {
      public Created {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(id, "id");
      }

      @Override
      public boolean fits(Order order) {
        return order == Order.CREATED || order == Order.CREATED_DESCENDING;
      }
    }

    /** By title, in the folded form of the store. */
    record Titled(String folded, ProductId id) implements Position {
      public Titled {
        Objects.requireNonNull(folded, "folded");
        Objects.requireNonNull(id, "id");
      }

      @Override
      public boolean fits(Order order) {
        return order == Order.TITLE || order == Order.TITLE_DESCENDING;
      }
    }
  }
}
