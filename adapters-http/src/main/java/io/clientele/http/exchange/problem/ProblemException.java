package io.clientele.http.exchange.problem;

import io.clientele.application.kernel.Access;
import io.clientele.http.server.HttpServer;

/** Ends a request with a problem, at any depth of calls. {@link HttpServer} answers it. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Carries no trace: it is an answer, not a bug. */
  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /**
   * The value that a use case granted.
   *
   * @throws ProblemException with a 403 if it denied the access
   */
  public static <T> T unlessGranted(Access<T> access) {
    return switch (access) {
      case Access.Granted<T>(var value) -> value;
      case Access.Denied<T> _ -> throw new ProblemException(Problem.notAllowed());
    };
  }

  /** Returns the problem to answer with. */
  public Problem problem() {
    return problem;
  }
}
