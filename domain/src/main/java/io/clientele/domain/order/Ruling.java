package io.clientele.domain.order;

import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.order.line.Shipment;
import java.math.BigInteger;
import java.util.List;

/** What a rule decides about the content of an order. */
sealed interface Ruling {
  /** The content changes. */
  record Changed(OrderContent after, OrderEvent event, Movement movement) implements Ruling {}

  /** The state refuses. */
  record Refused(OrderConflict conflict) implements Ruling {}

  /** The status of a shipment refuses. */
  record ShipmentRefused(Shipment.Status status) implements Ruling {}

  /** Lines of the request are refused, by their positions. */
  record LinesRefused(List<Integer> positions) implements Ruling {}

  /** There is nothing to do. */
  record Unchanged() implements Ruling {}

  /** What the ledger does beside. */
  sealed interface Movement {
    /** Nothing. */
    record None() implements Movement {}

    /** It captures the hold. */
    record Capture() implements Movement {}

    /** It releases the hold. */
    record Release() implements Movement {}

    /** It moves back money, in minor units, and units of lines, which are sold again or not. */
    record Reversal(BigInteger money, List<LineUnits> units, boolean isRestocked)
        implements Movement {}
  }
}
