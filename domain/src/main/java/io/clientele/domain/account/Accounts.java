package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores accounts; {@link AccountDirectory} lists them. One call is one transaction.
 * Implementations are safe for use by many threads and throw {@link PortUnavailable} when the store
 * cannot be reached.
 */
public interface Accounts {
  /** Returns the account as last stored; {@link Found.Absent} only if it never existed. */
  Found find(AccountId id);

  /**
   * Stores the state of a change under the next version. The same transaction appends an entry to
   * the audit and a published event for each event, and stores the response if the change has one.
   * Every result but {@link Saved#STORED} has stored nothing. A state of version 0 is a new
   * account. Must not be called with an empty change.
   */
  Saved save(Change<Account> change);

  /**
   * Removes the data of an account permanently, and the stored responses about it; closes an open
   * account first. The id stays, is found as {@link Found.Erased}, and is never listed again. A
   * second call changes nothing.
   *
   * @return when the account was first erased, or why it is not erased
   */
  Erasure erase(AccountId id, Provenance act);

  /**
   * The result of a look-up. A {@link Visitor} handles each case on Java 17:
   *
   * {@snippet file="io/clientele/domain/account/FoundTest.java" region="visit" :
   * int statusOf(Found found) {
   *   return found.accept(
   *       new Found.Visitor<>() {
   *         @Override
   *         public Integer present(Found.Present present) {
   *           return 200;
   *         }
   *
   *         @Override
   *         public Integer erased(Found.Erased erased) {
   *           return 410;
   *         }
   *
   *         @Override
   *         public Integer absent(Found.Absent absent) {
   *           return 404;
   *         }
   *       });
   * }
   * }
   */
  sealed interface Found {
    /** The account never existed. */
    Found ABSENT = new Absent();

    /** Returns the account; empty if it is absent or erased. */
    Optional<Account> present();

    /** The account exists, open or closed. */
    record Present(Account account) implements Found {
      public Present {
        Objects.requireNonNull(account, "account");
      }

      @Override
      public Optional<Account> present() {
        return Optional.of(account);
      }

      @Override
      public <R extends @Nullable Object> R accept(Found.Visitor<R> visitor) {
        return visitor.present(this);
      }
    }

    /** The account existed; its data are removed permanently. */
    record Erased(AccountId id) implements Found {
      public Erased {
        Objects.requireNonNull(id, "id");
      }

      @Override
      public Optional<Account> present() {
        return Optional.empty();
      }

      @Override
      public <R extends @Nullable Object> R accept(Found.Visitor<R> visitor) {
        return visitor.erased(this);
      }
    }

    /** The account never existed. */
    record Absent() implements Found {
      @Override
      public Optional<Account> present() {
        return Optional.empty();
      }

      @Override
      public <R extends @Nullable Object> R accept(Found.Visitor<R> visitor) {
        return visitor.absent(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Found.Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R present(Present present);

      R erased(Erased erased);

      R absent(Found.Absent absent);
    }
  }

  /** The result of an erasure. */
  sealed interface Erasure {
    /**
     * The data are removed.
     *
     * @param at when they were first removed
     */
    record Done(Instant at) implements Erasure {
      public Done {
        Objects.requireNonNull(at, "at");
      }

      @Override
      public <R extends @Nullable Object> R accept(Erasure.Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** A context refused the erasure; nothing changed. */
    record Vetoed(Change.Veto veto) implements Erasure {
      public Vetoed {
        Objects.requireNonNull(veto, "veto");
      }

      @Override
      public <R extends @Nullable Object> R accept(Erasure.Visitor<R> visitor) {
        return visitor.vetoed(this);
      }
    }

    /** The account never existed. */
    record Absent() implements Erasure {
      @Override
      public <R extends @Nullable Object> R accept(Erasure.Visitor<R> visitor) {
        return visitor.absent(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Erasure.Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R vetoed(Erasure.Vetoed vetoed);

      R absent(Erasure.Absent absent);
    }
  }

  /** The result of a save. */
  sealed interface Saved {
    /** The change is stored, under the next version. */
    Saved STORED = Result.STORED;

    /** Another writer changed the account first, or the id exists already, or it does not exist. */
    Saved STALE = Result.STALE;

    /** Another account that is not closed has this e-mail. */
    Saved EMAIL_TAKEN = Result.EMAIL_TAKEN;

    /** Another account that is not closed has this tax id. */
    Saved TAX_ID_TAKEN = Result.TAX_ID_TAKEN;

    /** Another request with the idempotency key of the change is in progress. */
    Saved IN_PROGRESS = Result.IN_PROGRESS;

    /** A response is stored under the key already; {@link IdempotencyStore} finds it. */
    Saved ANSWERED = Result.ANSWERED;

    /** The results without further data. */
    enum Result implements Saved {
      /** As {@link Saved#STORED}. */
      STORED,
      /** As {@link Saved#STALE}. */
      STALE,
      /** As {@link Saved#EMAIL_TAKEN}. */
      EMAIL_TAKEN,
      /** As {@link Saved#TAX_ID_TAKEN}. */
      TAX_ID_TAKEN,
      /** As {@link Saved#IN_PROGRESS}. */
      IN_PROGRESS,
      /** As {@link Saved#ANSWERED}. */
      ANSWERED;

      @Override
      public <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor) {
        return visitor.result(this);
      }
    }

    /** A context refused the closing of the account; nothing is stored. */
    record Vetoed(Change.Veto veto) implements Saved {
      public Vetoed {
        Objects.requireNonNull(veto, "veto");
      }

      @Override
      public <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor) {
        return visitor.vetoed(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Saved.Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R result(Result result);

      R vetoed(Saved.Vetoed vetoed);
    }
  }
}
