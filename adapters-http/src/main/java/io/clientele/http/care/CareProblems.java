package io.clientele.http.care;

import io.clientele.application.care.CareOutcome;
import io.clientele.http.exchange.IdempotencyProblems;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import java.util.List;

/** Translates outcomes of the use cases of customer care to problems. */
final class CareProblems {
  private CareProblems() {}

  /** Returns the value; throws the problem of any other outcome. */
  static <T> T done(CareOutcome<T> outcome) {
    return switch (outcome) {
      case CareOutcome.Done<T>(var value) -> value;
      case CareOutcome.Replayed<T> _ -> throw new IllegalStateException("it is given as it is");
      case CareOutcome.Denied<T> _ -> throw new ProblemException(Problem.notAllowed());
      case CareOutcome.NoSuchAccount<T> _ -> throw new ProblemException(Problem.noSuchAccount());
      case CareOutcome.AlreadyErased<T> _ ->
          throw new ProblemException(
              Problem.of(
                  410,
                  "account-erased",
                  "Account erased",
                  "The personal data of this account were removed."));
      case CareOutcome.NoSuchNote<T> _ ->
          throw new ProblemException(Problem.noSuchThing("The account has no note with this id."));
      case CareOutcome.NoSuchOperator<T> _ ->
          throw new ProblemException(
              Problem.invalid(
                  List.of(
                      new Problem.Fault("pointer", "#/operatorId", "must be an active operator"))));
      case CareOutcome.KeyMismatch<T> _ -> throw IdempotencyProblems.keyMismatch();
      case CareOutcome.InProgress<T> _ -> throw IdempotencyProblems.inProgress();
      case CareOutcome.Overtaken<T> _ -> throw new ProblemException(Problem.unavailable());
    };
  }
}
