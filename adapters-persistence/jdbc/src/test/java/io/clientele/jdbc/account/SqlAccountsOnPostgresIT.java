package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.POSTGRES;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.account.AccountsContract;
import java.util.List;

class SqlAccountsOnPostgresIT implements AccountsContract {
  @Override
  public Accounts accounts() {
    return new SqlAccounts(POSTGRES.emptied());
  }

  @Override
  public Accounts unreachableAccounts() {
    return new SqlAccounts(POSTGRES.away());
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredChanges.entries(POSTGRES);
  }

  @Override
  public List<PublishedEvent> published() {
    return StoredChanges.events(POSTGRES);
  }
}
