package io.clientele.http.server;

import io.clientele.domain.identity.Front;

/** Tells for which front the current thread works, so that other adapters can bound its share. */
public final class CurrentFront {
  private static final ScopedValue<Front> STORE = ScopedValue.newInstance();

  private CurrentFront() {}

  /** Whether the current thread answers a request of the store. */
  public static boolean isStore() {
    return STORE.isBound();
  }

  /** Runs the work of a request for a front. */
  static <X extends Exception> void run(Front front, Work<X> work) throws X {
    if (front == Front.OPERATIONS) {
      work.run();
    } else {
      ScopedValue.where(STORE, front)
          .call(
              () -> {
                work.run();
                return true;
              });
    }
  }

  /** The work of one request. */
  @FunctionalInterface
  interface Work<X extends Exception> {
    void run() throws X;
  }
}
