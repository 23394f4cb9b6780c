package io.clientele.domain.order.line;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a shipment.
 *
 * @param status null to keep it
 */
public record ShipmentPatch(Shipment.@Nullable Status status, Shipment.Carriage carriage) {
  public ShipmentPatch {
    Objects.requireNonNull(carriage, "carriage");
  }
}
