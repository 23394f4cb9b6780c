package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.kernel.StoredResponse;

/** How a change of an account ends. Only {@link Done} has stored anything. */
public sealed interface AccountOutcome {
  /** It is as was asked, now or already. */
  public record Done(Account account) implements AccountOutcome {}

  /** The actor may not do this. */
  record Denied() implements AccountOutcome {}

  /** There is no such account for this actor. */
  record NoSuchAccount() implements AccountOutcome {}

  /** There was one; its data are removed for good. */
  record AlreadyErased() implements AccountOutcome {}

  /** The account is closed and changes no more. */
  record AlreadyClosed() implements AccountOutcome {}

  /** The account is not at a version that the caller expects. */
  record VersionMismatch() implements AccountOutcome {}

  /** Another account has this e-mail. */
  record EmailTaken() implements AccountOutcome {}

  /** Another account has this tax id. */
  record TaxIdTaken() implements AccountOutcome {}

  /** It was done under this key before, and answered so: to be given again. */
  record Replayed(StoredResponse response) implements AccountOutcome {}

  /** The key was used for another body. */
  record KeyMismatch() implements AccountOutcome {}

  /** A request with the same key is in work. */
  record InProgress() implements AccountOutcome {}

  /** Other writers were first each time: try again later. */
  record Overtaken() implements AccountOutcome {}
}
