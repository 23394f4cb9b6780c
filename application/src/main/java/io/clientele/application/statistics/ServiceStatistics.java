package io.clientele.application.statistics;

import io.clientele.domain.account.Account.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the whole service.
 *
 * @param accounts by status; erased accounts count as closed
 * @param views all counted views of one kind of subject that are not known to be lost
 * @param pendingViews views not yet persisted; null if unknown: the statistics are then degraded,
 *     and {@code views} excludes them
 * @param growth by day, including empty days, today last
 */
public record ServiceStatistics(
    Map<Status, Long> accounts,
    long operators,
    long views,
    @Nullable Long pendingViews,
    long createdLast30Minutes,
    List<Growth> growth,
    Instant asOf) {
  public ServiceStatistics {
    Objects.requireNonNull(asOf, "asOf");
    accounts = Map.copyOf(Objects.requireNonNull(accounts, "accounts"));
    growth = List.copyOf(Objects.requireNonNull(growth, "growth"));
  }

  /**
   * The growth on one UTC day.
   *
   * @param accounts that were opened
   * @param views that were persisted
   */
  public record Growth(LocalDate day, long accounts, long views) {
    public Growth {
      Objects.requireNonNull(day, "day");
    }
  }

  /** Whether pending views are excluded. */
  public boolean isDegraded() {
    return pendingViews == null;
  }
}
