package io.clientele.http.ledger;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;

/** The problems of the ledger that several routes answer with. */
public final class LedgerProblems {
  private LedgerProblems() {}

  /** 404: no pocket of this id that the caller may see. */
  public static ProblemException noSuchPocket() {
    return new ProblemException(Problem.noSuchThing("There is no pocket of this id."));
  }

  /** 410: the account that the request is about is erased. */
  public static Problem accountErased() {
    return Problem.of(
        410, "account-erased", "Account erased", "The personal data of this account were removed.");
  }

  static ProblemException refusal(int status, String type, String title, String detail) {
    return new ProblemException(Problem.of(status, type, title, detail));
  }
}
