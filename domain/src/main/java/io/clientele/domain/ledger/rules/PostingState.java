package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.TransferId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the decision of a batch of transfers depends on. Every pocket, transfer and hold that the
 * batch names must be in it if it exists.
 *
 * @param now by the clock of the ledger, read after all locks were taken
 * @param transfers decided before, that have an id or are a parent of a transfer of the batch
 * @param holds the legs of each hold that is a parent
 * @param reversed minor units that were moved back already, of each parent and number of a leg
 */
public record PostingState(
    Instant now,
    Map<PocketId, PocketState> pockets,
    Map<TransferId, BookedTransfer> transfers,
    Map<TransferId, List<HoldState>> holds,
    Map<TransferId, Map<Integer, BigInteger>> reversed) {}
