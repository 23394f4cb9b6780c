package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.jdbc.SqlIdempotencyStore;
import io.clientele.testkit.account.BulkAccountsContract;
import java.util.List;

class SqlBulkAccountsOnSqliteTest implements BulkAccountsContract {
  @Override
  public BulkAccounts openings() {
    return new SqlBulkAccounts(SQLITE.emptied());
  }

  @Override
  public BulkAccounts unreachableOpenings() {
    return new SqlBulkAccounts(SQLITE.away());
  }

  @Override
  public Accounts accounts() {
    return new SqlAccounts(SQLITE.source());
  }

  @Override
  public AccountDirectory directory() {
    return new SqlAccountDirectory(SQLITE.source());
  }

  @Override
  public IdempotencyStore answers() {
    return new SqlIdempotencyStore(SQLITE.source());
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
