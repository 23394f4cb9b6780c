package io.clientele.domain.views.modelcheck.model;

import java.util.function.Supplier;

/** Takes what may happen next. */
public interface TransitionSink {
  /** This step leads there. */
  void to(ModelState next, Supplier<String> step);

  /** This step breaks a promise. */
  void broken(Promise promise, Supplier<String> how, Supplier<String> step);

  /** What the counter promises. */
  enum Promise {
    /** No view is counted twice. */
    NO_DOUBLE,
    /** No view is lost but by a fault that may cost it. */
    NO_LOSS,
    /** While the fast side is away, views that never left their process go straight. */
    GOES_STRAIGHT,
    /** When faults cease, everything comes to rest. */
    COMES_TO_REST,
    /** A live total is exact, or says that it is not. */
    EXACT_READ,
    /** Nothing is thrown away for good while no server fails. */
    NO_RESET_IN_CALM,
    /** Contents equal their running counts, and totals the sum of all rows. */
    BALANCED_BOOKS,
    /** No step throws. */
    NO_BUG
  }
}
