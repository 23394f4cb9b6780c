package io.clientele.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals that the Java API lacks. */
public final class ProcessSignal {
  private ProcessSignal() {}

  public static void send(String name, ProcessHandle to) {
    try {
      var exit =
          new ProcessBuilder("kill", "-" + name, "" + to.pid()).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
