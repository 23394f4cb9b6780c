package io.clientele.persistence.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.persistence.change.AccountLock;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;

/** Locks the row of an account against its erasure. Other changes of the account wait as well. */
public final class AccountRowLock implements AccountLock {
  private static final String HOLD =
      "SELECT 1 FROM account WHERE id = ? AND erased_at IS NULL FOR SHARE";

  @Override
  public boolean hold(ChangeTransaction transaction, AccountId account) throws SQLException {
    return !Sql.list(transaction.connection(), HOLD, row -> "", account.value()).isEmpty();
  }
}
