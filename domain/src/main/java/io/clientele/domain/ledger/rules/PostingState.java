package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.TransferId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The input of the decision on a batch of transfers. Must contain every pocket, transfer and hold
 * that the batch names and that exists.
 *
 * @param now by the clock of the ledger, read after all locks were taken
 * @param transfers decided before, that have an id or are a parent of a transfer of the batch
 * @param holds the legs of each hold that is a parent
 * @param reversed minor units that were reversed already, by parent and number of a leg
 */
public record PostingState(
    Instant now,
    Map<PocketId, PocketState> pockets,
    Map<TransferId, BookedTransfer> transfers,
    Map<TransferId, List<HoldState>> holds,
    Map<TransferId, Map<Integer, BigInteger>> reversed) {
  public PostingState {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(pockets, "pockets");
    Objects.requireNonNull(transfers, "transfers");
    Objects.requireNonNull(holds, "holds");
    Objects.requireNonNull(reversed, "reversed");
  }
}
