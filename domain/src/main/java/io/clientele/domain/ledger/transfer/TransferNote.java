package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Metadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The client's note on a transfer, which the ledger stores and does not evaluate.
 *
 * @param reason 1 to 40 of {@code a-z}, digits and hyphens
 * @param effectiveAt the accounting time of the client, in whole microseconds; null if unknown
 */
public record TransferNote(String reason, Metadata metadata, @Nullable Instant effectiveAt) {
  private static final Pattern REASON = Pattern.compile("[a-z0-9-]{1,40}");

  /** Throws {@link InvalidValue}. */
  public TransferNote {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(metadata, "metadata");
    requireReason(reason);
    effectiveAt = effectiveAt == null ? null : effectiveAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns the reason if it has the shape of one. */
  public static String requireReason(String reason) {
    if (!REASON.matcher(reason).matches()) {
      throw new InvalidValue("reason", "must be 1 to 40 small letters, digits and hyphens");
    }
    return reason;
  }
}
