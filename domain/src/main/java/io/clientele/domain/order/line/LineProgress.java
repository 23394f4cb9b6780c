package io.clientele.domain.order.line;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Where the units of one line are. Returned units are taken first from the missing ones, then from
 * the delivered ones.
 *
 * @param packed in shipments that have not left
 * @param shipped in shipments that left, arrived or not
 * @param delivered in shipments that arrived
 * @param missing in shipments that left and were lost or brought back
 */
public record LineProgress(
    OrderLine line,
    BigInteger packed,
    BigInteger shipped,
    BigInteger delivered,
    BigInteger missing) {
  public LineProgress {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(packed, "packed");
    Objects.requireNonNull(shipped, "shipped");
    Objects.requireNonNull(delivered, "delivered");
    Objects.requireNonNull(missing, "missing");
  }

  /**
   * Counts a line.
   *
   * @param isPaid whether the hold is captured, which delivers all that is not shipped
   */
  public static LineProgress of(OrderLine line, List<Shipment> shipments, boolean isPaid) {
    if (!line.item().isShipped()) {
      var given = isPaid ? line.active() : ZERO;
      return new LineProgress(line, ZERO, given, given, ZERO);
    }
    return new LineProgress(
        line,
        sum(line, shipments, shipment -> shipment.status() == Shipment.Status.PACKED),
        sum(line, shipments, Shipment::isOut),
        sum(line, shipments, shipment -> shipment.status() == Shipment.Status.DELIVERED),
        sum(line, shipments, Shipment::isMissing));
  }

  private static BigInteger sum(
      OrderLine line, List<Shipment> shipments, Predicate<Shipment> which) {
    return shipments.stream()
        .filter(which)
        .flatMap(shipment -> shipment.lines().stream())
        .filter(part -> part.line() == line.number())
        .map(LineUnits::units)
        .reduce(ZERO, BigInteger::add);
  }

  /** The units that may be packed: never shipped, or missing and not returned. */
  public BigInteger packable() {
    return line.active().subtract(packed).subtract(shipped).subtract(missingReturned()).max(ZERO);
  }

  /** The units that may be cancelled: those that never left. */
  public BigInteger cancellable() {
    return packable().subtract(missing.subtract(missingReturned())).max(ZERO);
  }

  /** The units that may be returned. */
  public BigInteger returnable() {
    return shipped.add(missing).min(line.active()).subtract(line.returned()).max(ZERO);
  }

  /** Whether every unit left the warehouse, and none has to be sent again. */
  public boolean isShipped() {
    return packable().signum() == 0 && packed.signum() == 0;
  }

  /** Whether every unit is delivered, returned or cancelled. */
  public boolean isDelivered() {
    var onItsWay = shipped.subtract(delivered);
    var returnedOnItsWay = line.returned().subtract(missingReturned()).subtract(delivered);
    return isShipped() && onItsWay.compareTo(returnedOnItsWay.max(ZERO)) <= 0;
  }

  public boolean hasLeft() {
    return shipped.signum() > 0 || missing.signum() > 0;
  }

  public boolean isReturned() {
    return line.returned().equals(line.active());
  }

  private BigInteger missingReturned() {
    return line.returned().min(missing);
  }
}
