package io.clientele.application.views.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Tries several steps, and remembers the first failure; it carries the later ones as suppressed.
 * Not safe for use by many threads.
 */
public final class FirstFailure {
  private @Nullable RuntimeException first;

  /** Runs a step; a failure is remembered and not thrown. */
  public void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      add(failure);
    }
  }

  public void add(RuntimeException failure) {
    var before = first;
    if (before == null) {
      first = failure;
    } else if (!before.equals(failure)) {
      before.addSuppressed(failure);
    }
  }

  /** Throws the first failure, if there is one. */
  public void rethrow() {
    if (first != null) {
      throw first;
    }
  }
}
