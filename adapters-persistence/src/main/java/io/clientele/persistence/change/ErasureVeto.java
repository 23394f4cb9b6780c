package io.clientele.persistence.change;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Decides for one context whether an account may be closed or erased. Contexts contribute their
 * vetoes; the account's store asks all of them before it writes, and names none. Implementations
 * are safe for use by many threads.
 */
@FunctionalInterface
public interface ErasureVeto {
  /**
   * Returns why the account must stay as it is; empty if this context has no objection. Runs in the
   * transaction of the closing or the erasure, which has locked the account's row. What it writes
   * is rolled back if another context refuses, so it may also end what the account has here.
   */
  Optional<Change.Veto> ask(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException;

  /**
   * Whether this context is asked before others, because it ends what would make them refuse, and
   * locks its rows before theirs.
   */
  default boolean isAskedFirst() {
    return false;
  }
}
