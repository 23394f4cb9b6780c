package io.clientele.domain.views.history;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When accounts were viewed, as far as it is persisted: a view belongs to the UTC hour in which its
 * batch was sealed. Hours become days when they are older than {@value ViewPeriod#HOURS_KEPT_DAYS}
 * days. Implementations are safe for use by many threads and throw {@link PortUnavailable} when
 * they cannot know.
 */
public interface ViewHistory {
  /** Views of one account, every bucket of the period in order of time. */
  List<DataPoint> series(AccountId id, ViewPeriod period);

  /** Views of all accounts together, whether they are still there or not, day by day. */
  List<DataPoint> daily(ViewPeriod days);

  /**
   * The accounts that were viewed most, most viewed first; greater ids settle ties. Those that are
   * erased are left out, and those that nobody has viewed.
   *
   * @param within null for all time: then views may be a minute old
   * @param after where the page before ended; null for the first
   */
  List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit);

  /** Where a page ended. */
  record After(long views, AccountId id) {}
}
