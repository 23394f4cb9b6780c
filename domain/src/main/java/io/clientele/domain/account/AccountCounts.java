package io.clientele.domain.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.kernel.PortUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Counts accounts without reading each of them: the cost does not grow with their number.
 * Implementations are safe for use by many threads and throw {@link PortUnavailable} when the store
 * cannot be reached.
 */
public interface AccountCounts {
  /**
   * Returns the counts, at most a minute old.
   *
   * @param firstDay the start of the first UTC day to return
   * @param days the number of days to return
   * @param since counts also the accounts opened from here on; rounded down to the minute
   */
  Figures take(Instant firstDay, int days, Instant since);

  /**
   * Numbers of accounts.
   *
   * @param accounts by status; erased accounts count as closed
   * @param openedByDay accounts opened on each day, closed and erased ones included
   */
  record Figures(Map<Status, Long> accounts, long openedSince, List<Long> openedByDay) {
    public Figures {
      accounts = Map.copyOf(Objects.requireNonNull(accounts, "accounts"));
      openedByDay = List.copyOf(Objects.requireNonNull(openedByDay, "openedByDay"));
    }
  }
}
