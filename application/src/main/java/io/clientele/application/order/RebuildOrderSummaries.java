package io.clientele.application.order;

import io.clientele.domain.order.summary.OrderSummaries;
import java.util.Objects;

/** Stores all summaries of orders anew, from the orders, in pages. Orders may change meanwhile. */
public final class RebuildOrderSummaries {
  private final OrderSummaries summaries;

  public RebuildOrderSummaries(OrderSummaries summaries) {
    this.summaries = Objects.requireNonNull(summaries, "summaries");
  }

  /** Stores each summary once; a second run changes nothing. */
  public void rebuild() {
    var last = summaries.rebuild(null);
    while (last != null) {
      last = summaries.rebuild(last);
    }
  }
}
