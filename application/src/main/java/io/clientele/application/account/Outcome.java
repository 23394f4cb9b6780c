package io.clientele.application.account;

import io.clientele.domain.Answer;
import io.clientele.domain.account.Account;

/** How a change of an account ends. Only {@link Done} has stored anything. */
public sealed interface Outcome {
  /** It is as was asked, now or already. */
  record Done(Account account) implements Outcome {}

  /** The actor may not do this. */
  record Denied() implements Outcome {}

  /** There is no such account for this actor. */
  record NoSuchAccount() implements Outcome {}

  /** There was one; its data are removed for good. */
  record AlreadyErased() implements Outcome {}

  /** The account is closed and changes no more. */
  record AlreadyClosed() implements Outcome {}

  /** The account is not at a version that the caller expects. */
  record VersionMismatch() implements Outcome {}

  /** Another account has this e-mail. */
  record EmailTaken() implements Outcome {}

  /** Another account has this tax id. */
  record TaxIdTaken() implements Outcome {}

  /** It was done under this key before, and answered so: to be given again. */
  record Replayed(Answer answer) implements Outcome {}

  /** The key was used for another body. */
  record KeyMismatch() implements Outcome {}

  /** A request with the same key is in work. */
  record InProgress() implements Outcome {}

  /** Other writers were first each time: try again later. */
  record Overtaken() implements Outcome {}
}
