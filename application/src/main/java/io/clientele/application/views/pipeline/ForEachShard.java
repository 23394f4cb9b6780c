package io.clientele.application.views.pipeline;

import java.util.Collection;
import java.util.function.Consumer;

/** Runs a step for every shard: a shard that fails does not keep the others from their step. */
public final class ForEachShard {
  private ForEachShard() {}

  /** Throws the first failure after all steps were tried; it carries the others as suppressed. */
  public static <T> void run(Collection<T> parts, Consumer<T> step) {
    var failures = new FirstFailure();
    parts.forEach(part -> failures.attempt(() -> step.accept(part)));
    failures.rethrow();
  }
}
