package io.clientele.application.statistics;

import io.clientele.domain.account.Account.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the whole service.
 *
 * @param accounts of each status; erased ones are closed
 * @param views that were ever counted and reached a durable total or are on their way to one
 * @param pendingViews views not yet persisted; null if unknown: then the statistics are degraded,
 *     and {@code views} leaves them out
 * @param growth day by day, empty days too, today last
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
    accounts = Map.copyOf(accounts);
    growth = List.copyOf(growth);
  }

  /**
   * The growth on one UTC day.
   *
   * @param accounts that were opened
   * @param views that were persisted
   */
  public record Growth(LocalDate day, long accounts, long views) {}

  /** Whether pending views are left out. */
  public boolean isDegraded() {
    return pendingViews == null;
  }
}
