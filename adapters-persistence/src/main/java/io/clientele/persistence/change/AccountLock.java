package io.clientele.persistence.change;

import io.clientele.domain.kernel.AccountId;
import java.sql.SQLException;

/**
 * Keeps an account from being erased while a transaction stores something of it. The context that
 * owns accounts contributes it; other contexts use it and read no row of an account.
 * Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface AccountLock {
  /**
   * Returns whether the account exists and is not erased. If so, an erasure waits until the
   * transaction ends, and then runs every {@link PersonalDataEraser} on what was stored.
   */
  boolean hold(ChangeTransaction transaction, AccountId account) throws SQLException;
}
