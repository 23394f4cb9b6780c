package io.clientele.domain.views.staging;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The views that staging adds to the ledger's totals, at one instant.
 *
 * @param views per account asked for, 0 included; valid only if {@code standing} is JOINED
 * @param sinceReset since the shard was last discarded, by the clock of staging; a very long time
 *     if never
 */
public record PendingViews(Map<UUID, Long> views, Standing standing, Duration sinceReset) {
  public PendingViews {
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(sinceReset, "sinceReset");
    views = Map.copyOf(Objects.requireNonNull(views, "views"));
  }

  /** The relation of staging to the vector that was read from the ledger before. */
  public enum Standing {
    /** Staged batches continue at the vector: the sum is exact. */
    JOINED,
    /** A batch was, or may have been, applied and dropped after the vector was read: read again. */
    LATE,
    /**
     * Staging went back, or names an unknown writer: read again, or report the total as degraded.
     */
    BESIDE
  }
}
