package io.clientele.http.exchange;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;

/** Problems of requests with an {@code Idempotency-Key}. */
public final class IdempotencyProblems {
  private IdempotencyProblems() {}

  /** 422: the key was sent before with another body. */
  public static ProblemException keyMismatch() {
    return new ProblemException(
        Problem.of(
            422,
            "idempotency-mismatch",
            "Idempotency mismatch",
            "This Idempotency-Key was sent with another body."));
  }

  /** 409: a request with the key is still processed; it may be sent again after one second. */
  public static ProblemException inProgress() {
    return new ProblemException(
        Problem.of(
                409,
                "idempotency-in-progress",
                "Idempotency in progress",
                "A request with this Idempotency-Key is in progress.")
            .with("Retry-After", "1"));
  }
}
