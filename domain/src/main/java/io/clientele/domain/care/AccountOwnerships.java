package io.clientele.domain.care;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;

/**
 * Stores the owners of accounts. One call is one transaction. Erasing an account removes its owner.
 * Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface AccountOwnerships {
  /** Returns the ownership as last stored; one without an owner if none was stored. */
  AccountOwnership find(AccountId account);

  /** Stores the state of a change under the next version. Must not be called with an empty one. */
  Saved save(Change<AccountOwnership> change);

  /** The result of a save. Every result but {@link #STORED} has stored nothing. */
  enum Saved {
    /** The change is stored. */
    STORED,
    /** Another writer changed the owner first. */
    STALE,
    /** The account does not exist or is erased. */
    NO_SUCH_ACCOUNT
  }
}
