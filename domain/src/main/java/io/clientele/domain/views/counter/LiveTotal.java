package io.clientele.domain.views.counter;

import io.clientele.domain.views.SaturatingSum;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often a subject was viewed.
 *
 * @param total {@code persisted} and {@code pending} together
 * @param persisted views in the durable total
 * @param pending views that are not in the durable total yet; null while they are unknown: the
 *     total is degraded, and may be below an earlier one
 */
public record LiveTotal(
    UUID subject, long total, long persisted, @Nullable Long pending, Instant asOf) {
  public LiveTotal {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(asOf, "asOf");
  }

  /** Creates the sum of both parts, at most 2^63 - 1; pending views above that are left out. */
  public static LiveTotal of(UUID subject, long persisted, @Nullable Long pending, Instant asOf) {
    var total = pending == null ? persisted : SaturatingSum.of(persisted, pending);
    return new LiveTotal(
        subject, total, persisted, pending == null ? null : Long.valueOf(total - persisted), asOf);
  }

  /** Whether pending views are left out. */
  public boolean isDegraded() {
    return pending == null;
  }
}
