package io.clientele.domain.order;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.transfer.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A new order to store.
 *
 * @param change the order, of version 0
 * @param transfers the hold first; empty if the order moves nothing
 */
public record Placement(Change<Order> change, List<Transfer> transfers, Demand demand) {
  public Placement {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(demand, "demand");
    transfers = List.copyOf(Objects.requireNonNull(transfers, "transfers"));
  }

  /**
   * What the client asked for.
   *
   * @param request in a canonical form; a repetition has an equal one
   * @param isPaid whether the hold is captured at once
   * @param heldMax how many orders the account may hold
   */
  public record Demand(String request, boolean isPaid, int heldMax) {
    public Demand {
      Objects.requireNonNull(request, "request");
    }
  }

  /** Places a new order. */
  public static Placement of(
      Order order, Demand demand, OrderTransfers.Parties parties, Provenance by) {
    var placed = order.place(demand.isPaid, by);
    var transfers = new ArrayList<>(order.hold(parties, by));
    transfers.addAll(placed.transfers());
    return new Placement(placed.change(), transfers, demand);
  }
}
