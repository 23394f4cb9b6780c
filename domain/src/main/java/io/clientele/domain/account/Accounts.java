package io.clientele.domain.account;

import io.clientele.domain.Change;
import io.clientele.domain.PortUnavailable;
import java.util.Optional;

/**
 * Keeps accounts. One call is one transaction. Implementations are safe for use by many threads and
 * throw {@link PortUnavailable} when they cannot know.
 */
public interface Accounts {
  /** The account as last stored; {@link Found.Absent} only if there never was one. */
  Found find(AccountId id);

  /**
   * Stores the state of a change under the next version; anything but {@link Saved#STORED} has
   * stored nothing. A state of version 0 is a new account. Must not be called with a change that is
   * none.
   */
  Saved save(Change<Account> change);

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
    TAX_ID_TAKEN
  }
}
