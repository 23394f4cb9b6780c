package io.clientele.testkit.account;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.kernel.AccountId;
import java.util.Map;

/** The directories that a test of an {@link AccountDirectory} provides, and the stores to fill. */
public interface AccountDirectoryUnderTest extends AccountsUnderTest {
  /** The directory of the last {@link #accounts}; a test may call it any number of times. */
  AccountDirectory directory();

  /** A directory of an unreachable server. A call must end within seconds. */
  AccountDirectory unreachableDirectory();

  /**
   * Makes the directory sort by these persisted views; other accounts have none. A store that sorts
   * by copies of the views must refresh these.
   */
  void persist(Map<AccountId, Long> views);
}
