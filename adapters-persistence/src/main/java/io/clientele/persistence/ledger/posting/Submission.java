package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Transfers of one call, which are decided together and in their order.
 *
 * @param pockets that the transfers touch
 * @param parents that existed when the call came
 * @param item what another context stores with the transfers, all or nothing; null for transfers
 *     that are decided separately
 */
record Submission(
    List<Transfer> transfers,
    Set<PocketId> pockets,
    Set<TransferId> parents,
    @Nullable CompanionItem<?> item,
    CompletableFuture<List<Outcome>> outcomes) {

  /** Looks up transfers that were decided. */
  @FunctionalInterface
  interface TransferLookup<E extends Exception> {
    Map<TransferId, BookedTransfer> find(Collection<TransferId> ids) throws E;
  }

  /** Finds the pockets of all transfers: settlements touch those of their parents. */
  static <E extends Exception> Submission of(List<Transfer> all, TransferLookup<E> lookup)
      throws E {
    var legs = new HashMap<TransferId, List<Leg>>();
    var unknown = new HashSet<TransferId>();
    for (var transfer : all) {
      switch (transfer.instruction()) {
        case Instruction.Post post -> legs.putIfAbsent(transfer.id(), post.legs());
        case Instruction.Hold hold -> legs.putIfAbsent(transfer.id(), hold.legs());
        case Instruction.Settle settle -> unknown.add(settle.parent());
      }
    }
    var stored = unknown.isEmpty() ? Map.<TransferId, BookedTransfer>of() : lookup.find(unknown);
    var pockets = new HashSet<PocketId>();
    legs.values().forEach(of -> addPockets(pockets, of));
    stored.values().forEach(of -> addPockets(pockets, legs(of)));
    return new Submission(
        List.copyOf(all), pockets, Set.copyOf(stored.keySet()), null, new CompletableFuture<>());
  }

  /** Returns this submission with an item of another context. */
  Submission with(CompanionItem<?> other) {
    return new Submission(transfers, pockets, parents, other, outcomes);
  }

  /** Its share of a batch and of the queue, in transfers; at least 1. */
  int weight() {
    return Math.max(1, transfers.size());
  }

  private static List<Leg> legs(BookedTransfer transfer) {
    return transfer.legs().stream().map(SettledLeg::leg).toList();
  }

  private static void addPockets(Set<PocketId> pockets, List<Leg> legs) {
    for (var leg : legs) {
      pockets.add(leg.from());
      pockets.add(leg.to());
    }
  }

  /** Two calls with equal transfers are two submissions. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Ends the call without a decision. */
  void overload() {
    outcomes.complete(
        transfers.stream().<Outcome>map(transfer -> new Outcome.Overloaded()).toList());
  }
}
