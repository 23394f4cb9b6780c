package io.clientele.domain.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page.
 *
 * @param after where the page before ended; null for the first. A position of another order is a
 *     bug
 * @param limit 1 to {@value #LIMIT_MAX}
 * @param withTotal whether to count the accounts that the filter selects
 */
public record AccountQuery(
    AccountFilter filter,
    AccountOrder order,
    @Nullable PagePosition after,
    int limit,
    boolean withTotal) {
  /** The largest page. */
  public static final int LIMIT_MAX = 200;

  public AccountQuery {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
    if (limit < 1 || limit > LIMIT_MAX || after != null && !after.fits(order)) {
      throw new IllegalArgumentException("no such page");
    }
  }
}
