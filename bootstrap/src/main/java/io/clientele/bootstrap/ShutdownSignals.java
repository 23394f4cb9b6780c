package io.clientele.bootstrap;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The requests to stop. The JVM's own way, shutdown hooks, would end with exit code 143 and could
 * not hear a second signal.
 */
final class ShutdownSignals {
  private final CountDownLatch first = new CountDownLatch(1);

  private ShutdownSignals() {}

  /** From now on the first signal is told here; the second ends the process where it stands. */
  static ShutdownSignals listen() {
    var signals = new ShutdownSignals();
    signals.handle("TERM");
    signals.handle("INT");
    return signals;
  }

  /** Whether one came, within the time. */
  boolean await(long millis) throws InterruptedException {
    return first.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits for one. */
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
   * By reflection: the compiler warns of the type, which has no substitute, and a warning is an
   * error here.
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
      throw new IllegalStateException("no signals on this Java", e);
    }
  }
}
