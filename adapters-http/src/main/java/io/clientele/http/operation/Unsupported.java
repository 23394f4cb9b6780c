package io.clientele.http.operation;

import java.lang.reflect.Proxy;

/** Makes the inside of servlet wrappers that override what they support. */
final class Unsupported {
  private Unsupported() {}

  /** Returns an instance whose every method throws {@link UnsupportedOperationException}. */
  static <T> T of(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.toString());
            }));
  }
}
