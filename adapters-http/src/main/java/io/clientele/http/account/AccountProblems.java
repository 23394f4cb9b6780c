package io.clientele.http.account;

import io.clientele.application.account.AccountOutcome;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.kernel.Change;
import io.clientele.http.exchange.IdempotencyProblems;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import java.util.Locale;

/** Translates outcomes of account use cases to problems. */
public final class AccountProblems {
  private AccountProblems() {}

  /** Returns the changed account; throws the problem of any other outcome. */
  public static Account done(AccountOutcome outcome) {
    return switch (outcome) {
      case AccountOutcome.Done(var account) -> account;
      case AccountOutcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case AccountOutcome.NoSuchAccount _ -> throw new ProblemException(Problem.noSuchAccount());
      case AccountOutcome.AlreadyErased _ -> throw erased();
      case AccountOutcome.AlreadyClosed _ ->
          throw refusal(409, "account-closed", "Account closed", "A closed account is final.");
      case AccountOutcome.VersionMismatch _ ->
          throw new ProblemException(Problem.versionMismatch("The account is at another version."));
      case AccountOutcome.Vetoed(var veto) -> throw vetoed(veto);
      case AccountOutcome.EmailTaken _ ->
          throw refusal(409, "email-taken", "E-mail taken", "Another account has this e-mail.");
      case AccountOutcome.TaxIdTaken _ ->
          throw refusal(409, "tax-id-taken", "Tax id taken", "Another account has this tax id.");
      case AccountOutcome.KeyMismatch _ -> throw IdempotencyProblems.keyMismatch();
      case AccountOutcome.InProgress _ -> throw IdempotencyProblems.inProgress();
      case AccountOutcome.Replayed _ -> throw new IllegalStateException("it is given as it is");
      case AccountOutcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    };
  }

  /** Returns the account; throws the problem of an absent or erased one. */
  public static Account present(Found found) {
    return switch (found) {
      case Found.Present(var account) -> account;
      case Found.Erased _ -> throw erased();
      case Found.Absent _ -> throw new ProblemException(Problem.noSuchAccount());
    };
  }

  /** Another context refuses to close or erase the account: its code is the problem type. */
  static ProblemException vetoed(Change.Veto veto) {
    var words = veto.code().replace('-', ' ');
    var title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return refusal(409, veto.code(), title, veto.detail());
  }

  private static ProblemException erased() {
    return refusal(
        410, "account-erased", "Account erased", "The personal data of this account were removed.");
  }

  private static ProblemException refusal(int status, String type, String title, String detail) {
    return new ProblemException(Problem.of(status, type, title, detail));
  }
}
