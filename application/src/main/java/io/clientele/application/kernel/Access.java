package io.clientele.application.kernel;

import java.util.function.Supplier;

/**
 * The result of a read that needs a permission and always finds something: the value, or a denial.
 *
 * <p>A read that can also end otherwise has a sealed {@code Outcome} of its own.
 */
public sealed interface Access<T> {
  /** The actor may read this value. */
  record Granted<T>(T value) implements Access<T> {}

  /** The actor may not read; nothing was read. */
  record Denied<T>() implements Access<T> {}

  /** Reads only if that is allowed. */
  static <T> Access<T> when(boolean isAllowed, Supplier<? extends T> read) {
    return isAllowed ? new Granted<>(read.get()) : new Denied<>();
  }
}
