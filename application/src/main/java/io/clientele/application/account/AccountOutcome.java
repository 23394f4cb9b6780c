package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.StoredResponse;
import java.util.Objects;

/** The outcomes of a change of an account. Only {@link Done} has stored anything. */
public sealed interface AccountOutcome {
  /** The account has the requested state, changed now or before. */
  public record Done(Account account) implements AccountOutcome {
    public Done {
      Objects.requireNonNull(account, "account");
    }
  }

  /** The actor may not do this. */
  record Denied() implements AccountOutcome {}

  /** There is no such account for this actor. */
  record NoSuchAccount() implements AccountOutcome {}

  /** The account's personal data were erased. */
  record AlreadyErased() implements AccountOutcome {}

  /** The account is closed and cannot be changed. */
  record AlreadyClosed() implements AccountOutcome {}

  /** The account is not at a version that the caller expects. */
  record VersionMismatch() implements AccountOutcome {}

  /** A context refused to close the account. */
  record Vetoed(Change.Veto veto) implements AccountOutcome {
    public Vetoed {
      Objects.requireNonNull(veto, "veto");
    }
  }

  /** Another account has this e-mail. */
  record EmailTaken() implements AccountOutcome {}

  /** Another account has this tax id. */
  record TaxIdTaken() implements AccountOutcome {}

  /** The key was used before for the same body; this is the stored response. */
  record Replayed(StoredResponse response) implements AccountOutcome {
    public Replayed {
      Objects.requireNonNull(response, "response");
    }
  }

  /** The key was used for another body. */
  record KeyMismatch() implements AccountOutcome {}

  /** A request with the same key is in progress. */
  record InProgress() implements AccountOutcome {}

  /** Other writers were first at every attempt: try again later. */
  record Overtaken() implements AccountOutcome {}
}
