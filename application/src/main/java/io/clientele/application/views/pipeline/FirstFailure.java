package io.clientele.application.views.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Runs several steps and remembers the first failure, with the later ones as suppressed exceptions.
 * Not safe for use by many threads.
 */
public final class FirstFailure {
  private @Nullable RuntimeException first;

  /** Runs a step and remembers its failure. */
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
