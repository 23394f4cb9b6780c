package io.clientele.http.account;

import io.clientele.application.account.Outcome;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.http.Problem;
import io.clientele.http.Refusal;

/** What the ends of a look-up or a change mean in HTTP. */
final class AccountProblems {
  private AccountProblems() {}

  /** The account, if the change is done; else the problem, thrown. */
  static Account done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var account) -> account;
      case Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
      case Outcome.NoSuchAccount _ -> throw new Refusal(Problem.noSuchAccount());
      case Outcome.AlreadyErased _ -> throw erased();
      case Outcome.AlreadyClosed _ ->
          throw refusal(409, "account-closed", "Account closed", "A closed account is final.");
      case Outcome.VersionMismatch _ ->
          throw refusal(
              412, "version-mismatch", "Version mismatch", "The account is at another version.");
      case Outcome.EmailTaken _ ->
          throw refusal(409, "email-taken", "E-mail taken", "Another account has this e-mail.");
      case Outcome.TaxIdTaken _ ->
          throw refusal(409, "tax-id-taken", "Tax id taken", "Another account has this tax id.");
      case Outcome.KeyMismatch _ -> throw keyMismatch();
      case Outcome.InProgress _ -> throw new Refusal(inProgress());
      case Outcome.Replayed _ -> throw new IllegalStateException("it is given as it is");
      case Outcome.Overtaken _ -> throw new Refusal(Problem.unavailable());
    };
  }

  /** The account, if it is there. */
  static Account present(Found found) {
    return switch (found) {
      case Found.Present(var account) -> account;
      case Found.Erased _ -> throw erased();
      case Found.Absent _ -> throw new Refusal(Problem.noSuchAccount());
    };
  }

  private static Refusal erased() {
    return refusal(
        410, "account-erased", "Account erased", "The data of this account are removed for good.");
  }

  static Refusal keyMismatch() {
    return refusal(
        422,
        "idempotency-mismatch",
        "Idempotency mismatch",
        "This Idempotency-Key was sent with another body.");
  }

  static Problem inProgress() {
    return Problem.of(
            409,
            "idempotency-in-progress",
            "Idempotency in progress",
            "A request with this Idempotency-Key is in work.")
        .with("Retry-After", "1");
  }

  private static Refusal refusal(int status, String type, String title, String detail) {
    return new Refusal(Problem.of(status, type, title, detail));
  }
}
