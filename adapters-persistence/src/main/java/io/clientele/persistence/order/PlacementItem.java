package io.clientele.persistence.order;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.domain.order.Placement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order to place, and how that ended. Written by the thread of the batch, then read by the
 * caller.
 */
final class PlacementItem {
  private final Placement placement;
  private @Nullable Placed end;
  private boolean isKnown;

  PlacementItem(Placement placement) {
    this.placement = placement;
  }

  Placement placement() {
    return placement;
  }

  Order order() {
    return placement.change().state();
  }

  void end(Placed placed) {
    end = placed;
  }

  /** Another order has the id or the number. */
  void known() {
    isKnown = true;
  }

  boolean isKnown() {
    return isKnown;
  }

  /** How placing ended, unless the order is known. */
  Placed end() {
    return Objects.requireNonNull(end);
  }

  /** Forgets the end of a batch that is rolled back and judged again. */
  void begin() {
    end = null;
    isKnown = false;
  }
}
