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
   * @return when it was erased first; empty only if there never was such an account
   */
  Optional<Instant> erase(AccountId id, Provenance act);

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

  /** How a save ended. */
  enum Saved {
    /** It is stored, under the next version. */
    STORED,
    /** Another writer was first, or the account (or its id) is not as the change supposes. */
    STALE,
    /** Another account that is not closed has this e-mail. */
    EMAIL_TAKEN,
    /** Another account that is not closed has this tax id. */
    TAX_ID_TAKEN,
    /** Another request with the key of the answer to keep is in work. */
    IN_PROGRESS,
    /** An answer is kept under the key already: {@link IdempotencyStore} knows it. */
    ANSWERED
  }
}
