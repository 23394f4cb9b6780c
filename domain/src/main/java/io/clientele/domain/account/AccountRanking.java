package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.history.ViewPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks accounts by their persisted views. Implementations are safe for use by many threads and
 * throw {@link PortUnavailable} when they cannot know.
 */
public interface AccountRanking {
  /**
   * The most viewed accounts, most viewed first; greater ids settle ties. Accounts that are erased
   * or have no views are left out.
   *
   * @param within null for all time: then views may be a minute old
   * @param after where the previous page ended; null for the first page
   * @param limit the greatest number of accounts returned, from 1
   */
  List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit);

  /**
   * An account and its number of views.
   *
   * @param name of the client
   */
  record Entry(AccountId id, String name, long views) {
    /** Leaves the name out: names are personal, and logs are public. */
    @Override
    public String toString() {
      return id + " " + views;
    }
  }

  /** The last account of a page. */
  record After(long views, AccountId id) {}
}
