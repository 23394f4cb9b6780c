package io.clientele.domain.order.line;

import io.clientele.domain.order.line.Shipment.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a shipment.
 *
 * @param status null to keep it
 */
public record ShipmentPatch(@Nullable Status status, Shipment.Carriage carriage) {
  public ShipmentPatch {
    Objects.requireNonNull(carriage, "carriage");
  }
}
