package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often an account was viewed.
 *
 * @param total {@code persisted} and {@code pending} together
 * @param pending views on their way to the durable total; null if that cannot be told now, and then
 *     the answer is degraded and may be below an earlier one
 */
public record LiveTotal(
    AccountId id, long total, long persisted, @Nullable Long pending, Instant asOf) {
  /** Whether views on their way are left out. */
  public boolean isDegraded() {
    return pending == null;
  }
}
