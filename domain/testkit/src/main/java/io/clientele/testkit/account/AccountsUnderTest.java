package io.clientele.testkit.account;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import java.util.Map;

/** What a test of an {@link Accounts} provides; each test asks once for its store. */
public interface AccountsUnderTest {
  /** A fresh, empty store. Where tests share a server: its tables emptied. */
  Accounts accounts();

  /**
   * A store whose server cannot be reached: stopped, or on a port without a server. A call must end
   * within seconds.
   */
  Accounts accountsAway();

  /**
   * Makes the store of {@link #accounts} sort by these persisted views, from now on; accounts that
   * are not named have none. Where a store sorts by copies of them, it also refreshes these.
   */
  void persist(Map<AccountId, Long> views);
}
