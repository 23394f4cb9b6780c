package io.clientele.domain.kernel;

/**
 * The system behind a port cannot answer now. It is unknown whether the call was executed, unless
 * {@link #isRefused} is true. Never means "not found".
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isRefused;

  /** Names the port, as an operator knows it, and the cause. */
  public PortUnavailable(String port, Throwable cause) {
    this(port, cause, false);
  }

  private PortUnavailable(String port, Throwable cause, boolean isRefused) {
    super(port + " is unavailable", cause);
    this.isRefused = isRefused;
  }

  /**
   * Creates the failure of a call that was not and never will be executed: it did not leave this
   * process, or was rejected before it ran. A call whose response is missing is not refused.
   */
  public static PortUnavailable refused(String port, Throwable cause) {
    return new PortUnavailable(port, cause, true);
  }

  /** Whether the call was certainly not executed; false if that is unknown. */
  public boolean isRefused() {
    return isRefused;
  }
}
