package io.clientele.bootstrap.lifecycle;

/**
 * The service cannot start, though nothing is wrong with its settings: in a line for an operator.
 */
public final class StartupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartupFailure(String why) {
    super(why);
  }

  /** Ends with what the first of all causes says. */
  public StartupFailure(String why, Throwable cause) {
    super(why + ": " + root(cause).getMessage(), cause);
  }

  private static Throwable root(Throwable cause) {
    var deeper = cause.getCause();
    return deeper == null ? cause : root(deeper);
  }
}
