package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * The decision on a batch of transfers: an outcome for each, and what to store.
 *
 * @param transfers to store: booked ones, and refused ones that are remembered
 * @param entries in order, each with its number
 * @param pockets new balances of pockets that changed
 * @param holds new and changed legs of holds
 */
public record Decision(
    List<Outcome> outcomes,
    List<BookedTransfer> transfers,
    List<Entry> entries,
    List<HouseDelta> houseDeltas,
    List<PocketState> pockets,
    List<HoldState> holds) {
  public Decision {
    outcomes = List.copyOf(Objects.requireNonNull(outcomes, "outcomes"));
    transfers = List.copyOf(Objects.requireNonNull(transfers, "transfers"));
    entries = List.copyOf(Objects.requireNonNull(entries, "entries"));
    houseDeltas = List.copyOf(Objects.requireNonNull(houseDeltas, "houseDeltas"));
    pockets = List.copyOf(Objects.requireNonNull(pockets, "pockets"));
    holds = List.copyOf(Objects.requireNonNull(holds, "holds"));
  }

  /** Whether every transfer of the batch is booked, now or before. */
  public boolean isWhole() {
    return isWhole(outcomes);
  }

  /** Whether all of these outcomes say that the transfer is booked, now or before. */
  static boolean isWhole(List<Outcome> outcomes) {
    return outcomes.stream()
        .allMatch(
            outcome ->
                outcome instanceof Outcome.Booked
                    || outcome instanceof Outcome.Replayed replayed && replayed.first().isBooked());
  }
}
