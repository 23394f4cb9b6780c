package io.clientele.application.kernel;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.granted(this);
    }
  }

  /** The actor may not read; nothing was read. */
  record Denied<T>() implements Access<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.denied(this);
    }
  }

  /** Reads the value only if that is allowed. */
  static <T> Access<T> when(boolean isAllowed, Supplier<? extends T> read) {
    return isAllowed ? new Granted<>(read.get()) : new Denied<>();
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<T, R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<T, R extends @Nullable Object> {
    R granted(Granted<T> granted);

    R denied(Denied<T> denied);
  }
}
