package io.clientele.domain.views.modelcheck.model;

import java.util.function.Supplier;

/** Receives the possible next steps. */
public interface TransitionSink {
  /** This step leads to this state. */
  void to(ModelState next, Supplier<String> step);

  /** This step violates a promise. */
  void broken(Promise promise, Supplier<String> how, Supplier<String> step);

  /** The promises of the counter. */
  enum Promise {
    /** No view is counted twice. */
    NO_DOUBLE,
    /** No view is lost except by a fault that may lose it. */
    NO_LOSS,
    /** During an outage of staging, views that never left their process go directly. */
    GOES_STRAIGHT,
    /** When faults cease, the system comes to rest. */
    COMES_TO_REST,
    /** A live total is exact, or marked as degraded. */
    EXACT_READ,
    /** Nothing is discarded permanently while no server fails. */
    NO_RESET_IN_CALM,
    /** Contents equal their running counts, and totals the sum of all rows. */
    BALANCED_BOOKS,
    /** No step throws. */
    NO_BUG
  }
}
