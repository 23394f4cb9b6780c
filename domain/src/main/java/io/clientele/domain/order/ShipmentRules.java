package io.clientele.domain.order;

import io.clientele.domain.order.line.LineProgress;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.RequestedLines;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.order.line.ShipmentPatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides how goods of an order are packed and what becomes of shipments. */
record ShipmentRules(OrderContent before, Instant at) {
  Ruling pack(ShipmentId id, Shipment.Carriage carriage, List<LineRequest> requests) {
    var progress = before.progress();
    var all = RequestedLines.all(progress, LineProgress::packable);
    if (before.state().isCancelled() || before.state().isHeld() || all.isEmpty()) {
      return new Ruling.Refused(before.hasPacked() ? OrderConflict.PACKED : before.conflict());
    }
    var requested = RequestedLines.of(progress, requests, LineProgress::packable);
    if (!requested.refused().isEmpty()) {
      return new Ruling.LinesRefused(requested.refused());
    }
    var units = requests.isEmpty() ? all : requested.units();
    var after = new ArrayList<>(before.shipments());
    after.add(new Shipment(id, units, carriage, Shipment.Status.PACKED, at, null, null, 1));
    return new Ruling.Changed(
        before.shipping(after), new OrderEvent.Packed(id, units), new Ruling.Movement.None());
  }

  Ruling change(Shipment shipment, ShipmentPatch patch) {
    var status = shipment.status();
    var next = patch.status() == null ? status : patch.status();
    if (next != status && !status.mayBecome(next)) {
      return new Ruling.ShipmentRefused(status);
    }
    var moved = next == status ? shipment : shipment.become(next, at);
    var after = moved.carried(patch.carriage());
    if (after.equals(shipment)) {
      return new Ruling.Unchanged();
    }
    var all =
        before.shipments().stream()
            .map(one -> one.equals(shipment) ? after.raised() : one)
            .toList();
    return new Ruling.Changed(
        before.shipping(all),
        new OrderEvent.ShipmentChanged(shipment, after),
        new Ruling.Movement.None());
  }
}
