package io.clientele.application.views;

import io.clientele.domain.views.SaturatingSum;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often an account was viewed.
 *
 * @param total {@code persisted} and {@code pending} together
 * @param pending views on their way to the durable total; null while they are unknown: the answer
 *     is degraded, and may be below an earlier one
 */
public record LiveTotal(
    UUID subject, long total, long persisted, @Nullable Long pending, Instant asOf) {
  /** The total of both parts, at most 2^63 - 1; pending views past that are left out. */
  public static LiveTotal of(UUID subject, long persisted, @Nullable Long pending, Instant asOf) {
    var total = pending == null ? persisted : SaturatingSum.of(persisted, pending);
    return new LiveTotal(
        subject, total, persisted, pending == null ? null : Long.valueOf(total - persisted), asOf);
  }

  /** Whether views on their way are left out. */
  public boolean isDegraded() {
    return pending == null;
  }
}
