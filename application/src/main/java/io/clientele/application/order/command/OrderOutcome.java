package io.clientele.application.order.command;

import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderConflict;
import io.clientele.domain.order.line.Shipment;
import java.util.List;

/** How a command on an order ends. */
public sealed interface OrderOutcome {
  /** The order is as the command wants it. */
  record Done(Order order) implements OrderOutcome {}

  /** The response to an earlier request with the same idempotency key. */
  record Replayed(StoredResponse response) implements OrderOutcome {}

  /** The actor may not do this. */
  record Denied() implements OrderOutcome {}

  /** There is no such order, or the actor may not see it. */
  record NoSuchOrder() implements OrderOutcome {}

  /** There is no such shipment. */
  record NoSuchShipment() implements OrderOutcome {}

  /** The state of the order refuses the command. */
  record Refused(OrderConflict conflict) implements OrderOutcome {}

  /** The status of the shipment refuses the next one. */
  record ShipmentRefused(Shipment.Status status) implements OrderOutcome {}

  /**
   * Lines of the request are not on the order, or name more than is left.
   *
   * @param positions in the request, from 0
   */
  record LinesRefused(List<Integer> positions) implements OrderOutcome {
    public LinesRefused {
      positions = List.copyOf(positions);
    }
  }

  /** The ledger refuses the transfers of the command. */
  record LedgerRefused(Refusal refusal) implements OrderOutcome {}

  /** The order, or the shipment, is at another version. */
  record VersionMismatch() implements OrderOutcome {}

  /** The idempotency key was used for another body. */
  record KeyMismatched() implements OrderOutcome {}

  /** The response under the idempotency key is deleted because the account is erased. */
  record KeyEmptied() implements OrderOutcome {}

  /** A request with the idempotency key is in progress. */
  record KeyInProgress() implements OrderOutcome {}

  /** Other changes were first, each time. */
  record Overtaken() implements OrderOutcome {}
}
