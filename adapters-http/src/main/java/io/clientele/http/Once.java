package io.clientele.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for: what is seldom asked for must not slow the
 * start.
 */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> making;
  private volatile @Nullable T made;

  Once(Supplier<T> making) {
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
