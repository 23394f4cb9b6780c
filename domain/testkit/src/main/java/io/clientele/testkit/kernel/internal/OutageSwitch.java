package io.clientele.testkit.kernel.internal;

import io.clientele.domain.kernel.PortUnavailable;
import java.io.IOException;

/** What stands behind an in-memory port: memory, which never fails, unless a test takes it away. */
public final class OutageSwitch {
  private final String port;
  private volatile boolean isAway;

  public OutageSwitch(String port) {
    this.port = port;
  }

  public void goAway() {
    isAway = true;
  }

  public void comeBack() {
    isAway = false;
  }

  /** Every call through the port begins here. */
  public void require() {
    if (isAway) {
      throw new PortUnavailable(port, new IOException("taken away by a test"));
    }
  }
}
