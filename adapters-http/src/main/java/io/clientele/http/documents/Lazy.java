package io.clientele.http.documents;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed at its first use, so that rarely used values do not slow the start. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> making;
  private volatile @Nullable T made;

  Lazy(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public T get() {
    var value = made;
    if (value == null) {
      value = making.get();
      made = value;
    }
    return value;
  }
}
