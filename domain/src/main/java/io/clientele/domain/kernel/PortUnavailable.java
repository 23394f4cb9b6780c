package io.clientele.domain.kernel;

/**
 * What stands behind a port cannot answer now, so nobody knows whether the call was carried out. It
 * never means "not there".
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the port, as an operator knows it, and why it cannot answer. */
  public PortUnavailable(String port, Throwable cause) {
    super(port + " is unavailable", cause);
  }
}
