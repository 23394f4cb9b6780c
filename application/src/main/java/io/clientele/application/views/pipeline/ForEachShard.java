package io.clientele.application.views.pipeline;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a step for every shard: a shard that fails does not keep the others from their step. */
public final class ForEachShard {
  private ForEachShard() {}

  /** Throws the first failure after all steps were tried; it carries the others as suppressed. */
  public static <T> void run(Collection<T> parts, Consumer<T> step) {
    @Nullable RuntimeException first = null;
    for (var part : parts) {
      try {
        step.accept(part);
      } catch (RuntimeException failure) {
        if (first == null) {
          first = failure;
        } else if (!first.equals(failure)) {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
