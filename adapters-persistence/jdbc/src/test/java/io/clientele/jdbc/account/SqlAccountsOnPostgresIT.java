package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.POSTGRES;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.account.AccountDirectoryContract;
import io.clientele.testkit.account.AccountsContract;
import java.util.List;
import java.util.Map;

class SqlAccountsOnPostgresIT implements AccountsContract, AccountDirectoryContract {
  @Override
  public Accounts accounts() {
    return new SqlAccounts(POSTGRES.emptied());
  }

  @Override
  public Accounts unreachableAccounts() {
    return new SqlAccounts(POSTGRES.away());
  }

  @Override
  public AccountDirectory directory() {
    return new SqlAccountDirectory(POSTGRES.source());
  }

  @Override
  public AccountDirectory unreachableDirectory() {
    return new SqlAccountDirectory(POSTGRES.away());
  }

  @Override
  public void persist(Map<AccountId, Long> views) {
    POSTGRES.replaceViews(views);
  }

  @Override
  public List<AuditEntry> audit() {
    return new SqlChanges(POSTGRES.source()).audit();
  }

  @Override
  public List<PublishedEvent> published() {
    return new SqlChanges(POSTGRES.source()).published();
  }
}
