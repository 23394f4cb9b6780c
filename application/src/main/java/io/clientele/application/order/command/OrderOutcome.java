package io.clientele.application.order.command;

import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderConflict;
import io.clientele.domain.order.line.Shipment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a command on an order ends. */
public sealed interface OrderOutcome {
  /** The order is as the command wants it. */
  record Done(Order order) implements OrderOutcome {
    public Done {
      Objects.requireNonNull(order, "order");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }

  /** The response to an earlier request with the same idempotency key. */
  record Replayed(StoredResponse response) implements OrderOutcome {
    public Replayed {
      Objects.requireNonNull(response, "response");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.replayed(this);
    }
  }

  /** The actor may not do this. */
  record Denied() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.denied(this);
    }
  }

  /** There is no such order, or the actor may not see it. */
  record NoSuchOrder() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchOrder(this);
    }
  }

  /** There is no such shipment. */
  record NoSuchShipment() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchShipment(this);
    }
  }

  /** The state of the order refuses the command. */
  record Refused(OrderConflict conflict) implements OrderOutcome {
    public Refused {
      Objects.requireNonNull(conflict, "conflict");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /** The status of the shipment refuses the next one. */
  record ShipmentRefused(Shipment.Status status) implements OrderOutcome {
    public ShipmentRefused {
      Objects.requireNonNull(status, "status");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.shipmentRefused(this);
    }
  }

  /**
   * Lines of the request are not on the order, or name more than is left.
   *
   * @param positions in the request, from 0
   */
  record LinesRefused(List<Integer> positions) implements OrderOutcome {
    public LinesRefused {
      positions = List.copyOf(Objects.requireNonNull(positions, "positions"));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.linesRefused(this);
    }
  }

  /** The ledger refuses the transfers of the command. */
  record LedgerRefused(Refusal refusal) implements OrderOutcome {
    public LedgerRefused {
      Objects.requireNonNull(refusal, "refusal");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.ledgerRefused(this);
    }
  }

  /** The order, or the shipment, is at another version. */
  record VersionMismatch() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.versionMismatch(this);
    }
  }

  /** The idempotency key was used for another body. */
  record KeyMismatched() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.keyMismatched(this);
    }
  }

  /** The response under the idempotency key is deleted because the account is erased. */
  record KeyEmptied() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.keyEmptied(this);
    }
  }

  /** A request with the idempotency key is in progress. */
  record KeyInProgress() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.keyInProgress(this);
    }
  }

  /** Other changes were first, each time. */
  record Overtaken() implements OrderOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overtaken(this);
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R done(Done done);

    R replayed(Replayed replayed);

    R denied(Denied denied);

    R noSuchOrder(NoSuchOrder noSuchOrder);

    R noSuchShipment(NoSuchShipment noSuchShipment);

    R refused(Refused refused);

    R shipmentRefused(ShipmentRefused shipmentRefused);

    R linesRefused(LinesRefused linesRefused);

    R ledgerRefused(LedgerRefused ledgerRefused);

    R versionMismatch(VersionMismatch versionMismatch);

    R keyMismatched(KeyMismatched keyMismatched);

    R keyEmptied(KeyEmptied keyEmptied);

    R keyInProgress(KeyInProgress keyInProgress);

    R overtaken(Overtaken overtaken);
  }
}
