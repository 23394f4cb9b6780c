package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.StoredResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outcomes of a change of an account. Only {@link Done} has stored anything. */
public sealed interface AccountOutcome {
  /** The account has the requested state, changed now or before. */
  public record Done(Account account) implements AccountOutcome {
    public Done {
      Objects.requireNonNull(account, "account");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }

  /** The actor may not do this. */
  record Denied() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.denied(this);
    }
  }

  /** There is no such account for this actor. */
  record NoSuchAccount() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchAccount(this);
    }
  }

  /** The account's personal data were erased. */
  record AlreadyErased() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.alreadyErased(this);
    }
  }

  /** The account is closed and cannot be changed. */
  record AlreadyClosed() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.alreadyClosed(this);
    }
  }

  /** The account is not at a version that the caller expects. */
  record VersionMismatch() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.versionMismatch(this);
    }
  }

  /** A context refused to close the account. */
  record Vetoed(Change.Veto veto) implements AccountOutcome {
    public Vetoed {
      Objects.requireNonNull(veto, "veto");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.vetoed(this);
    }
  }

  /** Another account has this e-mail. */
  record EmailTaken() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.emailTaken(this);
    }
  }

  /** Another account has this tax id. */
  record TaxIdTaken() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.taxIdTaken(this);
    }
  }

  /** The key was used before for the same body; this is the stored response. */
  record Replayed(StoredResponse response) implements AccountOutcome {
    public Replayed {
      Objects.requireNonNull(response, "response");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.replayed(this);
    }
  }

  /** The key was used for another body. */
  record KeyMismatch() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.keyMismatch(this);
    }
  }

  /** A request with the same key is in progress. */
  record InProgress() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.inProgress(this);
    }
  }

  /** Other writers were first at every attempt: try again later. */
  record Overtaken() implements AccountOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overtaken(this);
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R done(Done done);

    R denied(Denied denied);

    R noSuchAccount(NoSuchAccount noSuchAccount);

    R alreadyErased(AlreadyErased alreadyErased);

    R alreadyClosed(AlreadyClosed alreadyClosed);

    R versionMismatch(VersionMismatch versionMismatch);

    R vetoed(Vetoed vetoed);

    R emailTaken(EmailTaken emailTaken);

    R taxIdTaken(TaxIdTaken taxIdTaken);

    R replayed(Replayed replayed);

    R keyMismatch(KeyMismatch keyMismatch);

    R inProgress(InProgress inProgress);

    R overtaken(Overtaken overtaken);
  }
}
