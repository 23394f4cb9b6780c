package com.acme.domain.order;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;

/** An event of an order, as the audit records it. */
public sealed interface OrderEvent extends DomainEvent {
  /** The order was placed. */
  record Placed(String item) implements OrderEvent {
    @Override
    public String action() {
      return "order.placed";
    }

    @Override
    public List<FieldChange> details() {
      return List.of(new FieldChange("item", null, item));
    }
  }

  /** The order was cancelled. */
  record Cancelled() implements OrderEvent {
    @Override
    public String action() {
      return "order.cancelled";
    }
  }
}
