package io.clientele.persistence.ledger;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Transfers of one call, which are decided together and in their order.
 *
 * @param pockets that the transfers touch
 * @param parents that existed when the call came
 */
record Submission(
    List<Transfer> transfers,
    Set<PocketId> pockets,
    Set<TransferId> parents,
    CompletableFuture<List<Outcome>> outcomes) {

  /** Ends the call without a decision. */
  void overload() {
    outcomes.complete(
        transfers.stream().<Outcome>map(transfer -> new Outcome.Overloaded()).toList());
  }
}
