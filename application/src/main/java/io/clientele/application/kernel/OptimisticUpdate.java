package io.clientele.application.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Repeats a change when another writer was first: load, decide and store, starting from the load.
 * Does not wait between the attempts.
 */
public final class OptimisticUpdate {
  /** The largest number of attempts: the first and three more. */
  public static final int ATTEMPTS_MAX = 4;

  private OptimisticUpdate() {}

  /**
   * Runs attempts until one is not overtaken.
   *
   * @param attempt loads, decides and stores; returns empty if another writer was first and nothing
   *     is stored
   * @param overtaken the outcome if every attempt was overtaken; the caller may try again later
   */
  public static <O> O run(Supplier<Optional<O>> attempt, O overtaken) {
    for (var attempts = 0; attempts < ATTEMPTS_MAX; attempts++) {
      var outcome = attempt.get();
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return overtaken;
  }
}
