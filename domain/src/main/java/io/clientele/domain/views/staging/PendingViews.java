package io.clientele.domain.views.staging;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * What the fast side adds to the ledger's totals, at one instant.
 *
 * @param views per account asked for, 0 included; to be used only if {@code standing} is JOINED
 * @param sinceReset since the shard was last thrown away, by the fast side's own clock; a very long
 *     time if it never was
 */
public record PendingViews(Map<UUID, Long> views, Standing standing, Duration sinceReset) {
  public PendingViews {
    views = Map.copyOf(views);
  }

  /** How the fast side stands to the vector that was read from the ledger before. */
  public enum Standing {
    /** What is staged goes on where the vector ends: the sum is exact. */
    JOINED,
    /** A batch was applied and dropped since the vector was read: read again. */
    LATE,
    /** The fast side went back, or names an unknown writer: read again, or call it degraded. */
    BESIDE
  }
}
