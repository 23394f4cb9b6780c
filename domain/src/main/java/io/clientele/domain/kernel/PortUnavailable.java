package io.clientele.domain.kernel;

/**
 * The system behind a port cannot answer now. It is unknown whether the call was carried out,
 * unless {@link #isRefused} tells that it was not. It never means "not found".
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isRefused;

  /** Names the port, as an operator knows it, and why it cannot answer. */
  public PortUnavailable(String port, Throwable cause) {
    this(port, cause, false);
  }

  private PortUnavailable(String port, Throwable cause, boolean isRefused) {
    super(port + " is unavailable", cause);
    this.isRefused = isRefused;
  }

  /**
   * A call that was certainly not carried out and never will be: it did not leave this process, or
   * was turned away before it ran. A call whose answer is missing is not refused.
   */
  public static PortUnavailable refused(String port, Throwable cause) {
    return new PortUnavailable(port, cause, true);
  }

  /** Whether the call was certainly not carried out; false if that is unknown. */
  public boolean isRefused() {
    return isRefused;
  }
}
