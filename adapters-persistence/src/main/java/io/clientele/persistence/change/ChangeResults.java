package io.clientele.persistence.change;

import org.jspecify.annotations.Nullable;

/**
 * The words of a port for the ends of a change that {@link ChangeStore} decides.
 *
 * @param stored the change is stored
 * @param inProgress another request with the same idempotency key is in progress; null if the port
 *     takes no idempotent changes
 * @param answered a response is stored under the idempotency key already; null if the port takes no
 *     idempotent changes
 * @param <R> the port's result
 */
public record ChangeResults<R>(R stored, @Nullable R inProgress, @Nullable R answered) {
  /** The results of a port that takes no idempotent changes. */
  public static <R> ChangeResults<R> withoutKey(R stored) {
    return new ChangeResults<>(stored, null, null);
  }
}
