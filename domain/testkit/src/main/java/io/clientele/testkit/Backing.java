package io.clientele.testkit;

import io.clientele.domain.PortUnavailable;
import java.io.IOException;

/** What stands behind an in-memory port: memory, which never fails, unless a test takes it away. */
final class Backing {
  private final String port;
  private volatile boolean isAway;

  Backing(String port) {
    this.port = port;
  }

  void goAway() {
    isAway = true;
  }

  void comeBack() {
    isAway = false;
  }

  /** Every call through the port begins here. */
  void require() {
    if (isAway) {
      throw new PortUnavailable(port, new IOException("taken away by a test"));
    }
  }
}
