package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps accounts. One call is one transaction. Implementations are safe for use by many threads and
 * throw {@link PortUnavailable} when they cannot know.
 */
public interface Accounts {
  /** The account as last stored; {@link Found.Absent} only if there never was one. */
  Found find(AccountId id);

  /**
   * Stores the state of a change under the next version, and the answer that it keeps; anything but
   * {@link Saved#STORED} has stored nothing. A state of version 0 is a new account. Must not be
   * called with a change that is none.
   */
  Saved save(Change<Account> change);

  /**
   * Removes the data of an account for good, and the answers that were kept of it; closes it first
   * if it is open. Its id stays, under {@link Found.Erased}, and is never listed again. Once more
   * changes nothing.
   *
   * @return when it was erased first, or why it is not erased
   */
  Erasure erase(AccountId id, Provenance act);

  /** One page of those that the query asks for. */
  AccountPage list(AccountQuery query);

  /** What a look-up may find. */
  sealed interface Found {
    /** There is none. */
    Found ABSENT = new Absent();

    /** The account, if it is there with its data. */
    Optional<Account> present();

    /** It is there, open or closed. */
    record Present(Account account) implements Found {
      @Override
      public Optional<Account> present() {
        return Optional.of(account);
      }
    }

    /** There was one; its data are removed for good. */
    record Erased(AccountId id) implements Found {
      @Override
      public Optional<Account> present() {
        return Optional.empty();
      }
    }

    /** There never was one. */
    record Absent() implements Found {
      @Override
      public Optional<Account> present() {
        return Optional.empty();
      }
    }
  }

  /** How an erasure ended. */
  sealed interface Erasure {
    /**
     * The data are removed.
     *
     * @param at when they were removed first
     */
    record Done(Instant at) implements Erasure {}

    /** A context refuses it; nothing is changed. */
    record Vetoed(Change.Veto veto) implements Erasure {}

    /** There never was such an account. */
    record Absent() implements Erasure {}
  }

  /** How a save ended. */
  sealed interface Saved {
    /** It is stored, under the next version. */
    Saved STORED = Result.STORED;

    /** Another writer was first, or the account (or its id) is not as the change supposes. */
    Saved STALE = Result.STALE;

    /** Another account that is not closed has this e-mail. */
    Saved EMAIL_TAKEN = Result.EMAIL_TAKEN;

    /** Another account that is not closed has this tax id. */
    Saved TAX_ID_TAKEN = Result.TAX_ID_TAKEN;

    /** Another request with the idempotency key of the change is in progress. */
    Saved IN_PROGRESS = Result.IN_PROGRESS;

    /** A response is stored under the key already: {@link IdempotencyStore} knows it. */
    Saved ANSWERED = Result.ANSWERED;

    /** The results that say nothing more than their name. */
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
      ANSWERED
    }

    /** A context refuses that the account is closed; nothing is stored. */
    record Vetoed(Change.Veto veto) implements Saved {}
  }
}
