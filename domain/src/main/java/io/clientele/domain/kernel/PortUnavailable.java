package io.clientele.domain.kernel;

/**
 * The system behind a port cannot answer now; it is unknown whether the call was carried out. It
 * never means "not found".
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the port, as an operator knows it, and why it cannot answer. */
  public PortUnavailable(String port, Throwable cause) {
    super(port + " is unavailable", cause);
  }
}
