package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.account.AccountDirectoryContract;
import io.clientele.testkit.account.AccountsContract;
import java.util.List;
import java.util.Map;

// @start region="contract" :
class SqlAccountsOnSqliteTest implements AccountsContract, AccountDirectoryContract {
  @Override
  public Accounts accounts() {
    return new SqlAccounts(SQLITE.emptied());
  }

  @Override
  public Accounts unreachableAccounts() {
    return new SqlAccounts(SQLITE.away());
  }

  @Override
  public AccountDirectory directory() {
    return new SqlAccountDirectory(SQLITE.source());
  }

  @Override
  public AccountDirectory unreachableDirectory() {
    return new SqlAccountDirectory(SQLITE.away());
  }

  @Override
  public void persist(Map<AccountId, Long> views) {
    SQLITE.replaceViews(views);
  }

  @Override
  public List<AuditEntry> audit() {
    return new SqlChanges(SQLITE.source()).audit();
  }

  @Override
  public List<PublishedEvent> published() {
    return new SqlChanges(SQLITE.source()).published();
  }
}
// @end
