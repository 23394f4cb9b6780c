package io.clientele.domain.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order. Each command decides by the state and returns the change to store with the transfers to
 * book, all in one transaction. A command whose work is done already returns an empty change.
 * Immutable.
 *
 * @param expiresAt until when money and goods are held
 * @param address where to send the goods; null if there is none, or it was erased
 * @param version that was read; storing a change raises it
 */
public record Order(
    OrderId id,
    OrderNumber number,
    AccountId account,
    OrderContent content,
    Instant placedAt,
    Instant expiresAt,
    @Nullable Address address,
    long version) {
  /** A confirmation is refused from this long before the end of the hold. */
  public static final Duration CONFIRMATION_MARGIN = Duration.ofMillis(50);

  public Order {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(placedAt, "placedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** How an order decides a command. */
  public sealed interface Decision {
    /**
     * The command is carried out.
     *
     * @param change to store; empty if there is nothing to do
     * @param transfers to book in the transaction that stores the change, in their order
     */
    record Granted(Change<Order> change, List<Transfer> transfers) implements Decision {
      public Granted {
        Objects.requireNonNull(change, "change");
        transfers = List.copyOf(Objects.requireNonNull(transfers, "transfers"));
      }
    }

    /** The state of the order refuses the command. */
    record Refused(OrderConflict conflict) implements Decision {
      public Refused {
        Objects.requireNonNull(conflict, "conflict");
      }
    }

    /** The status of the shipment refuses the next one. */
    record ShipmentRefused(Shipment.Status status) implements Decision {
      public ShipmentRefused {
        Objects.requireNonNull(status, "status");
      }
    }

    /**
     * Lines of the request are not on the order, or name more than is left, or too many decimals.
     *
     * @param positions in the request, from 0
     */
    record LinesRefused(List<Integer> positions) implements Decision {
      public LinesRefused {
        positions = List.copyOf(Objects.requireNonNull(positions, "positions"));
      }
    }
  }

  public OrderState state() {
    return content.state();
  }

  public OrderSum sum() {
    return content.sum();
  }

  public List<OrderLine> lines() {
    return content.lines();
  }

  public List<Shipment> shipments() {
    return content.shipments();
  }

  /** Returns this order as it is at an instant: from the end of its hold on it is cancelled. */
  public Order at(Instant now) {
    return isOver(now) ? with(content.in(state().released(Cause.EXPIRED, null))) : this;
  }

  /**
   * Places this new order, which holds money and goods.
   *
   * @param isPaid whether the hold is captured at once; the transfers do not contain the hold
   */
  public Granted place(boolean isPaid, Provenance by) {
    var placed = new OrderEvent.Placed(sum().totalText(), sum().currency().code().value());
    return isPaid
        ? new Granted(
            new Change<>(
                with(content.captured()), List.of(placed, new OrderEvent.Confirmed()), by, null),
            transfers().book(new Ruling.Movement.Capture(), by))
        : new Granted(Change.of(this, placed, by), List.of());
  }

  /** Captures what is held, once, until shortly before the end. */
  public Decision confirm(Instant now, Provenance by) {
    if (state().isCancelled()) {
      return new Decision.Refused(content.conflict());
    }
    if (!state().isHeld()) {
      return unchanged(by);
    }
    return now.isBefore(expiresAt.minus(CONFIRMATION_MARGIN))
        ? decided(
            new Ruling.Changed(
                content.captured(), new OrderEvent.Confirmed(), new Ruling.Movement.Capture()),
            by)
        : new Decision.Refused(OrderConflict.EXPIRED);
  }

  /** Ends the hold if its time is over; does nothing otherwise. */
  public Decision expire(Instant now, Provenance by) {
    return isOver(now)
        ? decided(new CancellationRules(content).release(Cancellation.whole(Cause.EXPIRED)), by)
        : unchanged(by);
  }

  /** Cancels the order, or units of it that have not left. */
  public Decision cancel(Cancellation request, Instant now, Provenance by) {
    return state().isCancelled() || isOver(now)
        ? at(now).unchanged(by)
        : decided(new CancellationRules(content).cancel(request), by);
  }

  /**
   * Packs a shipment.
   *
   * @param requests empty for all that is left
   */
  public Decision pack(
      ShipmentId shipment, Shipment.Carriage carriage, List<LineRequest> requests, Provenance by) {
    return decided(new ShipmentRules(content, by.at()).pack(shipment, carriage, requests), by);
  }

  /** Changes a shipment of this order; empty if it has no such shipment. */
  public Optional<Decision> change(ShipmentId id, ShipmentPatch patch, Provenance by) {
    return shipments().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> decided(new ShipmentRules(content, by.at()).change(one, patch), by));
  }

  /** Takes back units that left, and refunds them if asked to. */
  public Decision takeBack(ReturnRequest request, Provenance by) {
    return decided(new CancellationRules(content).takeBack(request), by);
  }

  /** Returns this order at the version that is stored now. */
  public Order at(long stored) {
    return new Order(id, number, account, content, placedAt, expiresAt, address, stored);
  }

  /** Returns the subject of the events of this state, under the version that storing gives it. */
  public ChangeSubject toStore() {
    return ChangeSubject.of(account, id.subject()).at(version + 1).with(content.json(id, number));
  }

  /** Returns this order with what its lines and shipments say about its state. */
  public Order counted() {
    return with(content.counted());
  }

  /** Returns the hold of this new order; empty if it moves nothing. */
  List<Transfer> hold(OrderTransfers.Parties parties, Provenance by) {
    return transfers().hold(parties, Duration.between(placedAt, expiresAt), by);
  }

  /**
   * Returns a decision with its refund sent to the pocket of unclaimed money: for an account whose
   * pocket is closed.
   */
  public static Granted unclaimed(Granted granted) {
    var change = granted.change();
    var transfers = change.state().transfers().unclaimed(granted.transfers(), change.act());
    return new Granted(change, transfers);
  }

  private OrderTransfers transfers() {
    return new OrderTransfers(id, content, version);
  }

  private Decision decided(Ruling ruling, Provenance by) {
    if (ruling instanceof Ruling.Changed changed) {
      return new Granted(
          Change.of(with(changed.after()), changed.event(), by),
          transfers().book(changed.movement(), by));
    }
    if (ruling instanceof Ruling.Refused refused) {
      return new Decision.Refused(refused.conflict());
    }
    if (ruling instanceof Ruling.ShipmentRefused refused) {
      return new Decision.ShipmentRefused(refused.status());
    }
    return ruling instanceof Ruling.LinesRefused refused
        ? new Decision.LinesRefused(refused.positions())
        : unchanged(by);
  }

  private boolean isOver(Instant now) {
    return state().isHeld() && !now.isBefore(expiresAt);
  }

  private Order with(OrderContent after) {
    return new Order(id, number, account, after, placedAt, expiresAt, address, version);
  }

  private Granted unchanged(Provenance by) {
    return new Granted(Change.none(this, by), List.of());
  }
}
