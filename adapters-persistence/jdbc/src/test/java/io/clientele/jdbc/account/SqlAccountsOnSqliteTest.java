package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.account.AccountsContract;
import java.util.List;

class SqlAccountsOnSqliteTest implements AccountsContract {
  @Override
  public Accounts accounts() {
    return new SqlAccounts(SQLITE.emptied());
  }

  @Override
  public Accounts unreachableAccounts() {
    return new SqlAccounts(SQLITE.away());
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredChanges.entries(SQLITE);
  }

  @Override
  public List<PublishedEvent> published() {
    return StoredChanges.events(SQLITE);
  }
}
