package io.clientele.http;

/** Ends a request with a problem, from wherever it is found out. {@link HttpServer} answers it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Carries no trace: it is an answer, not a bug. */
  public Refusal(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** What to answer. */
  Problem problem() {
    return problem;
  }
}
