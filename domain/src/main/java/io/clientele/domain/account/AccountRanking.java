package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.history.ViewPeriod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ranks accounts by their persisted views. Implementations are safe for use by many threads and
 * throw {@link PortUnavailable} when the store cannot be reached.
 */
public interface AccountRanking {
  /**
   * Returns the most viewed accounts, most viewed first, and greater ids first among equals. Leaves
   * out accounts that are erased or have no views.
   *
   * @param within null for all time; such views may be a minute old
   * @param after where the previous page ended; null for the first page
   * @param limit the greatest number of accounts to return, from 1
   */
  List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit);

  /**
   * An account and its number of views.
   *
   * @param name of the client
   */
  record Entry(AccountId id, String name, long views) {
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
    }

    /** Leaves the name out, because names are personal and logs are read by many. */
    @Override
    public String toString() {
      return id + " " + views;
    }
  }

  /** The last account of a page. */
  record After(long views, AccountId id) {
    public After {
      Objects.requireNonNull(id, "id");
    }
  }
}
