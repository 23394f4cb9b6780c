package io.clientele.domain.order;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Something that happened to an order. It names ids, quantities and sums only. */
public sealed interface OrderEvent extends DomainEvent {
  /** The types that are published. */
  PublishedTypes TYPES =
      PublishedTypes.of(
          "order.placed",
          "order.confirmed",
          "order.cancelled",
          "order.reduced",
          "order.packed",
          "order.shipment-changed",
          "order.returned");

  @Override
  default boolean isPublished() {
    return true;
  }

  /** The order was placed; it holds money and goods. */
  record Placed(String total, String currency) implements OrderEvent {
    public Placed {
      Objects.requireNonNull(total, "total");
      Objects.requireNonNull(currency, "currency");
    }

    @Override
    public String action() {
      return "order.placed";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("total", null, total)
          .of("currency", null, currency)
          .details();
    }
  }

  /** What the order holds was captured. */
  record Confirmed() implements OrderEvent {
    @Override
    public String action() {
      return "order.confirmed";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison().of("payment", "held", "captured").details();
    }
  }

  /** The whole order was cancelled. */
  record Cancelled(OrderState.Cause cause, String refunded) implements OrderEvent {
    public Cancelled {
      Objects.requireNonNull(cause, "cause");
      Objects.requireNonNull(refunded, "refunded");
    }

    @Override
    public String action() {
      return "order.cancelled";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("cause", null, cause)
          .of("refunded", null, refunded)
          .details();
    }
  }

  /** Units that had not left were cancelled. */
  record Reduced(List<LineUnits> lines, String refunded) implements OrderEvent {
    public Reduced {
      Objects.requireNonNull(lines, "lines");
      Objects.requireNonNull(refunded, "refunded");
    }

    @Override
    public String action() {
      return "order.reduced";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("cancelled", null, text(lines))
          .of("refunded", null, refunded)
          .details();
    }
  }

  /** A shipment was packed. */
  record Packed(ShipmentId shipment, List<LineUnits> lines) implements OrderEvent {
    public Packed {
      Objects.requireNonNull(shipment, "shipment");
      Objects.requireNonNull(lines, "lines");
    }

    @Override
    public String action() {
      return "order.packed";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("shipment", null, shipment)
          .of("packed", null, text(lines))
          .details();
    }
  }

  /** The status or the carrier of a shipment changed. */
  record ShipmentChanged(Shipment before, Shipment after) implements OrderEvent {
    public ShipmentChanged {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    @Override
    public String action() {
      return "order.shipment-changed";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("shipment", null, after.id())
          .of("status", before.status(), after.status())
          .of("carrier", before.carriage().carrier(), after.carriage().carrier())
          .of("tracking", before.carriage().tracking(), after.carriage().tracking())
          .details();
    }
  }

  /** Units that had left came back. */
  record Returned(List<LineUnits> lines, String refunded, boolean isRestocked)
      implements OrderEvent {
    public Returned {
      Objects.requireNonNull(lines, "lines");
      Objects.requireNonNull(refunded, "refunded");
    }

    @Override
    public String action() {
      return "order.returned";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("returned", null, text(lines))
          .of("refunded", null, refunded)
          .of("restocked", null, isRestocked)
          .details();
    }
  }

  /** Writes parts of lines as {@code 1:2, 3:1}: the number of a line and its units. */
  private static String text(List<LineUnits> lines) {
    return lines.stream()
        .map(part -> part.line() + ":" + part.units())
        .collect(Collectors.joining(", "));
  }
}
