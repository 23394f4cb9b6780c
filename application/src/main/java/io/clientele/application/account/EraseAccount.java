package io.clientele.application.account;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Erases the personal data of an account permanently. Its id, views and audit entries stay. */
public final class EraseAccount {
  private final Accounts accounts;
  private final InstantSource clock;

  /** Erases accounts of this store. */
  public EraseAccount(Accounts accounts, InstantSource clock) {
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The outcomes of an erasure. */
  public sealed interface Outcome {
    /**
     * The data are erased.
     *
     * @param erasedAt when they were first erased
     */
    public record Done(AccountId id, Instant erasedAt) implements Outcome {
      public Done {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(erasedAt, "erasedAt");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** A context refused the erasure; nothing changed. */
    record Vetoed(Change.Veto veto) implements Outcome {
      public Vetoed {
        Objects.requireNonNull(veto, "veto");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.vetoed(this);
      }
    }

    /** No account ever had this id. */
    record NoSuchAccount() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchAccount(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R denied(Denied denied);

      R vetoed(Vetoed vetoed);

      R noSuchAccount(NoSuchAccount noSuchAccount);
    }
  }

  /** Erases an account in any status; a repetition changes nothing. */
  public Outcome erase(Actor actor, AccountId id) {
    if (!actor.may(AccountPermission.ERASE_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    var erasure = accounts.erase(id, actor.acts(clock.instant()));
    if (erasure instanceof Accounts.Erasure.Done done) {
      return new Outcome.Done(id, done.at());
    }
    return erasure instanceof Accounts.Erasure.Vetoed vetoed
        ? new Outcome.Vetoed(vetoed.veto())
        : new Outcome.NoSuchAccount();
  }
}
