package io.clientele.application.kernel;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The result of a read that needs a permission: the value, or a denial.
 *
 * <p>A read with other results has its own sealed {@code Outcome}.
 */
public sealed interface Access<T> {
  /** The actor may read this value. */
  record Granted<T>(T value) implements Access<T> {
    public Granted {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The actor may not read; nothing was read. */
  record Denied<T>() implements Access<T> {}

  /** Reads the value only if that is allowed. */
  static <T> Access<T> when(boolean isAllowed, Supplier<? extends T> read) {
    return isAllowed ? new Granted<>(read.get()) : new Denied<>();
  }
}
