package io.clientele.domain.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.kernel.PortUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Counts accounts without looking at each: ten million cost no more than ten. Implementations are
 * safe for use by many threads and throw {@link PortUnavailable} when they cannot know.
 */
public interface AccountCounts {
  /**
   * The figures of this moment, at most a minute old.
   *
   * @param firstDay the first UTC day that is told, at its beginning
   * @param days how many are told
   * @param since those that were opened from then on are counted too, and others of its minute
   */
  Figures take(Instant firstDay, int days, Instant since);

  /**
   * What was counted.
   *
   * @param accounts of each status; erased ones are closed
   * @param openedByDay accounts opened on each day, closed and erased ones included
   */
  record Figures(Map<Status, Long> accounts, long openedSince, List<Long> openedByDay) {
    public Figures {
      accounts = Map.copyOf(accounts);
      openedByDay = List.copyOf(openedByDay);
    }
  }
}
