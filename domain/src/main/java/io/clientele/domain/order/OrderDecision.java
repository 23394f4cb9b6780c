package io.clientele.domain.order;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.order.line.Shipment;
import java.util.List;

/** How an order decides a command. */
public sealed interface OrderDecision {
  /**
   * The command is carried out.
   *
   * @param change to store; empty if there is nothing to do
   * @param transfers to book in the transaction that stores the change, in their order
   */
  record Granted(Change<Order> change, List<Transfer> transfers) implements OrderDecision {
    public Granted {
      transfers = List.copyOf(transfers);
    }
  }

  /** The state of the order refuses the command. */
  record Refused(OrderConflict conflict) implements OrderDecision {}

  /** The status of the shipment refuses the next one. */
  record ShipmentRefused(Shipment.Status status) implements OrderDecision {}

  /**
   * Lines of the request are not on the order, or name more than is left, or too many decimals.
   *
   * @param positions in the request, from 0
   */
  record LinesRefused(List<Integer> positions) implements OrderDecision {
    public LinesRefused {
      positions = List.copyOf(positions);
    }
  }
}
