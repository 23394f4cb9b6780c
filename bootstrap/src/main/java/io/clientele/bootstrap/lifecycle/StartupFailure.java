package io.clientele.bootstrap.lifecycle;

/**
 * Thrown if the service cannot start although its settings are valid. The message is one line for
 * an operator.
 */
public final class StartupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartupFailure(String why) {
    super(why);
  }

  /** The message ends with the message of the root cause. */
  public StartupFailure(String why, Throwable cause) {
    super(why + ": " + root(cause).getMessage(), cause);
  }

  private static Throwable root(Throwable cause) {
    var deeper = cause.getCause();
    return deeper == null ? cause : root(deeper);
  }
}
