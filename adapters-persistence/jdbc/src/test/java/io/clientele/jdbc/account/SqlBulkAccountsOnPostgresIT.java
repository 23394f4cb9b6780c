package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.POSTGRES;

import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.jdbc.SqlIdempotencyStore;
import io.clientele.testkit.account.BulkAccountsContract;
import java.util.List;

class SqlBulkAccountsOnPostgresIT implements BulkAccountsContract {
  @Override
  public BulkAccounts openings() {
    return new SqlBulkAccounts(POSTGRES.emptied());
  }

  @Override
  public BulkAccounts unreachableOpenings() {
    return new SqlBulkAccounts(POSTGRES.away());
  }

  @Override
  public Accounts accounts() {
    return new SqlAccounts(POSTGRES.source());
  }

  @Override
  public AccountDirectory directory() {
    return new SqlAccountDirectory(POSTGRES.source());
  }

  @Override
  public IdempotencyStore answers() {
    return new SqlIdempotencyStore(POSTGRES.source());
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
