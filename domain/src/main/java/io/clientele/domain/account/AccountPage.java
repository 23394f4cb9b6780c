package io.clientele.domain.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins, null on the last one
 * @param total null where it was not asked for
 */
public record AccountPage(
    List<Account> accounts, @Nullable PagePosition next, @Nullable Total total) {
  public AccountPage {
    accounts = List.copyOf(accounts);
  }

  /**
   * How many accounts the filter selects: exact up to {@value #EXACT_MAX}, above it that number and
   * not exact.
   */
  public record Total(long count, boolean isExact) {
    /** Counting further would cost more than anyone needs. */
    public static final int EXACT_MAX = 10_000;
  }
}
