package io.clientele.application.order.command;

import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderConflict;
import io.clientele.domain.order.line.Shipment;
import java.util.List;
import java.util.Objects;

/** How a command on an order ends. */
public sealed interface OrderOutcome {
  /** The order is as the command wants it. */
  record Done(Order order) implements OrderOutcome {
    public Done {
      Objects.requireNonNull(order, "order");
    }
  }

  /** The response to an earlier request with the same idempotency key. */
  record Replayed(StoredResponse response) implements OrderOutcome {
    public Replayed {
      Objects.requireNonNull(response, "response");
    }
  }

  /** The actor may not do this. */
  record Denied() implements OrderOutcome {}

  /** There is no such order, or the actor may not see it. */
  record NoSuchOrder() implements OrderOutcome {}

  /** There is no such shipment. */
  record NoSuchShipment() implements OrderOutcome {}

  /** The state of the order refuses the command. */
  record Refused(OrderConflict conflict) implements OrderOutcome {
    public Refused {
      Objects.requireNonNull(conflict, "conflict");
    }
  }

  /** The status of the shipment refuses the next one. */
  record ShipmentRefused(Shipment.Status status) implements OrderOutcome {
    public ShipmentRefused {
      Objects.requireNonNull(status, "status");
    }
  }

  /**
   * Lines of the request are not on the order, or name more than is left.
   *
   * @param positions in the request, from 0
   */
  record LinesRefused(List<Integer> positions) implements OrderOutcome {
    public LinesRefused {
      Objects.requireNonNull(positions, "positions");
      positions = List.copyOf(positions);
    }
  }

  /** The ledger refuses the transfers of the command. */
  record LedgerRefused(Refusal refusal) implements OrderOutcome {
    public LedgerRefused {
      Objects.requireNonNull(refusal, "refusal");
    }
  }

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
