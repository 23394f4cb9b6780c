package io.clientele.application.views.pipeline;

import java.util.Collection;
import java.util.function.Consumer;

/** Runs a step for every shard; a failing shard does not stop the others. */
public final class ForEachShard {
  private ForEachShard() {}

  /**
   * Throws the first failure after all steps were run, with the others as suppressed exceptions.
   */
  public static <T> void run(Collection<T> parts, Consumer<T> step) {
    var failures = new FirstFailure();
    parts.forEach(part -> failures.attempt(() -> step.accept(part)));
    failures.rethrow();
  }
}
