package io.clientele.domain.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.line.ShipmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores orders and books their transfers. Each call is one transaction: both are stored, or
 * nothing is. Whether a hold is over is judged by the clock of the store once the order is locked.
 * Implementations are safe for use by many threads and throw {@code PortUnavailable}.
 */
public interface Orders {
  /** Stores a new order. Every result but {@link Placed.Stored} has stored nothing. */
  Placed place(Placement placement);

  /**
   * Returns how placing ends for an id that is known: {@link Placed.Replayed} or {@link
   * Placed.Different}; empty for an id that is not.
   *
   * @param request in the form of {@link Placement.Demand}
   */
  Optional<Placed> known(OrderId id, AccountId account, String request);

  /**
   * Stores the change of an order under the version that was read, and its response if it has one.
   * Every result but {@link Saved.Stored} has stored nothing. Must not be called with an empty
   * change.
   */
  Saved save(Granted granted);

  /** Returns the order of this id. */
  Optional<Found> find(OrderId id);

  /** Returns the order of this shipment. */
  Optional<Found> find(ShipmentId id);

  /** Returns one order more than the page has, if there are more; the newest first. */
  List<Order> list(OrderQuery query);

  /** Returns the stored versions of those of the orders that exist. */
  Map<OrderId, Long> versions(Collection<OrderId> ids);

  /** Cancels orders whose hold is over, and returns how many. */
  int expire(int max);

  /** Compares what orders hold with what the ledger holds for them, at one instant. */
  OrderReconciliation reconcile();

  /**
   * An order as it is at an instant.
   *
   * @param order cancelled, if its hold is over
   * @param now by the clock of the store
   */
  record Found(Order order, Instant now) {
    public Found {
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(now, "now");
    }
  }

  /** How {@link #place} ends. */
  sealed interface Placed {
    /** The order is stored. */
    record Stored(Order order) implements Placed {
      public Stored {
        Objects.requireNonNull(order, "order");
      }

      @Override
      public <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor) {
        return visitor.stored(this);
      }
    }

    /** The same request was stored before. */
    record Replayed(Order order) implements Placed {
      public Replayed {
        Objects.requireNonNull(order, "order");
      }

      @Override
      public <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor) {
        return visitor.replayed(this);
      }
    }

    /** Another request was stored under this id. */
    record Different() implements Placed {
      @Override
      public <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor) {
        return visitor.different(this);
      }
    }

    /** A product or its price is not what the order says. */
    record OfferChanged() implements Placed {
      @Override
      public <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor) {
        return visitor.offerChanged(this);
      }
    }

    /** The account holds as many orders as it may. */
    record TooManyOpen() implements Placed {
      @Override
      public <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor) {
        return visitor.tooManyOpen(this);
      }
    }

    /**
     * There is too little of some goods.
     *
     * @param positions of their lines, from 0
     */
    record OutOfStock(List<Integer> positions) implements Placed {
      public OutOfStock {
        positions = List.copyOf(Objects.requireNonNull(positions, "positions"));
      }

      @Override
      public <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor) {
        return visitor.outOfStock(this);
      }
    }

    /** The ledger refuses the transfers for another reason. */
    record Refused(Refusal refusal) implements Placed {
      public Refused {
        Objects.requireNonNull(refusal, "refusal");
      }

      @Override
      public <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor) {
        return visitor.refused(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Placed.Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R stored(Placed.Stored stored);

      R replayed(Replayed replayed);

      R different(Different different);

      R offerChanged(OfferChanged offerChanged);

      R tooManyOpen(TooManyOpen tooManyOpen);

      R outOfStock(OutOfStock outOfStock);

      R refused(Placed.Refused refused);
    }
  }

  /** How {@link #save} ends. */
  sealed interface Saved {
    /** The change is stored. */
    record Stored(Order order) implements Saved {
      public Stored {
        Objects.requireNonNull(order, "order");
      }

      @Override
      public <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor) {
        return visitor.stored(this);
      }
    }

    /** Another change was first, or the hold ended meanwhile. */
    record Stale() implements Saved {
      @Override
      public <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor) {
        return visitor.stale(this);
      }
    }

    /** The ledger refuses the transfers. */
    record Refused(Refusal refusal) implements Saved {
      public Refused {
        Objects.requireNonNull(refusal, "refusal");
      }

      @Override
      public <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor) {
        return visitor.refused(this);
      }
    }

    /** Another request with the idempotency key of the change is in progress. */
    record InProgress() implements Saved {
      @Override
      public <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor) {
        return visitor.inProgress(this);
      }
    }

    /** A response is stored under the key already. */
    record Answered() implements Saved {
      @Override
      public <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor) {
        return visitor.answered(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R stored(Saved.Stored stored);

      R stale(Stale stale);

      R refused(Saved.Refused refused);

      R inProgress(InProgress inProgress);

      R answered(Answered answered);
    }
  }
}
