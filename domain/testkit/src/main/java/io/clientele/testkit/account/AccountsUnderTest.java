package io.clientele.testkit.account;

import io.clientele.domain.account.Accounts;

/**
 * The stores that a test of an {@link Accounts} provides. Each test calls {@link #accounts} once.
 */
public interface AccountsUnderTest {
  /** A fresh, empty store. If tests share a server, empty its tables. */
  Accounts accounts();

  /**
   * A store of an unreachable server: stopped, or on a port without a server. A call must end
   * within seconds.
   */
  Accounts unreachableAccounts();
}
