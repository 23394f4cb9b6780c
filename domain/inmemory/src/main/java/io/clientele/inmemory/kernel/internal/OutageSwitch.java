package io.clientele.inmemory.kernel.internal;

import io.clientele.domain.kernel.PortUnavailable;
import java.io.IOException;

/** Simulates outages of an in-memory port. */
public final class OutageSwitch {
  private final String port;
  private volatile boolean isAway;

  public OutageSwitch(String port) {
    this.port = port;
  }

  public void startOutage() {
    isAway = true;
  }

  public void endOutage() {
    isAway = false;
  }

  /** Throws during an outage; every call through the port starts with this. */
  public void require() {
    if (isAway) {
      throw new PortUnavailable(port, new IOException("taken away by a test"));
    }
  }
}
