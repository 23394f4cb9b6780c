package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.PocketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects transfers for a list, the newest first.
 *
 * @param reason null for any
 * @param after the last transfer of the page before; null for the first page
 */
public record TransferQuery(
    Selection selection, @Nullable String reason, @Nullable Position after, int limit) {
  /** Which transfers a list shows. */
  public sealed interface Selection {
    /** Those with an entry in this pocket. */
    record OfPocket(PocketId pocket) implements Selection {}

    /** Those with an entry in a pocket of this account. */
    record OfAccount(AccountId account) implements Selection {}

    /** Those that settle this transfer. */
    record OfParent(TransferId parent) implements Selection {}

    /** All that were decided in a time range, including refused ones. */
    record Within(Instant from, Instant to) implements Selection {}
  }

  /** The position of a transfer in a list. */
  public record Position(Instant bookedAt, TransferId id) {}
}
