package io.clientele.bootstrap;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Receives the signals to stop. Shutdown hooks of the JVM would end with exit code 143 and could
 * not receive a second signal.
 */
final class ShutdownSignals {
  private final CountDownLatch first = new CountDownLatch(1);

  private ShutdownSignals() {}

  /**
   * Installs the handlers. The first signal is delivered to {@link #await}; the second ends the
   * process at once.
   */
  static ShutdownSignals listen() {
    var signals = new ShutdownSignals();
    signals.handle("TERM");
    signals.handle("INT");
    return signals;
  }

  /** Waits for a signal; returns false if none arrives within the time. */
  boolean await(long millis) throws InterruptedException {
    return first.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits for a signal. */
  void await() throws InterruptedException {
    first.await();
  }

  private void come() {
    if (first.getCount() == 0) {
      Runtime.getRuntime().halt(1);
    }
    first.countDown();
  }

  /**
   * Installs a handler by reflection. The compiler warns about the type, which has no substitute,
   * and warnings are errors in this build.
   */
  private void handle(String name) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                come();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no signals", e);
    }
  }
}
