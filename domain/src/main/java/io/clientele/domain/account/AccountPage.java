package io.clientele.domain.account;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins; null on the last page
 * @param total null if it was not asked for
 */
public record AccountPage(
    List<Account> accounts, @Nullable PagePosition next, @Nullable Total total) {
  public AccountPage {
    accounts = List.copyOf(Objects.requireNonNull(accounts, "accounts"));
  }

  /**
   * The number of accounts that the filter selects: exact up to {@value #EXACT_MAX}; above it, that
   * number and not exact.
   */
  public record Total(long count, boolean isExact) {
    /** Counting stops here, because it would cost too much. */
    public static final int EXACT_MAX = 10_000;
  }
}
