package io.clientele.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses ports that are free. The ports are below the range from which Linux takes the ports of
 * outgoing connections, and each JVM of a build has its own part of them. So no other process takes
 * a port between its choice and its use.
 */
public final class FreePorts {
  private static final int FIRST = 12_000;
  private static final int PORTS_PER_JVM = 5_000;
  private static final int JVMS = 4;

  private static final int BEGIN =
      FIRST + Integer.getInteger("surefire.forkNumber", 1) % JVMS * PORTS_PER_JVM;

  private static int offset = ThreadLocalRandom.current().nextInt(PORTS_PER_JVM);

  private FreePorts() {}

  /** Returns another port at each call. */
  public static synchronized int one() {
    for (var tries = 0; tries < PORTS_PER_JVM; tries++) {
      offset = (offset + 1) % PORTS_PER_JVM;
      if (isFree(BEGIN + offset)) {
        return BEGIN + offset;
      }
    }
    throw new IllegalStateException("no port is free from " + BEGIN);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
