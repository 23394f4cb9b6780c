package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.jdbc.SqlIdempotencyStore;
import io.clientele.testkit.account.IdempotencyStoreContract;
import java.util.List;

class SqlResponsesOnSqliteTest implements IdempotencyStoreContract {
  @Override
  public Store store() {
    var source = SQLITE.emptied();
    return new Store(new SqlAccounts(source), new SqlIdempotencyStore(source));
  }

  @Override
  public Store unreachableStore() {
    var away = SQLITE.away();
    return new Store(new SqlAccounts(away), new SqlIdempotencyStore(away));
  }

  @Override
  public void whileInWork(IdempotencyKey key, Runnable action) {
    RequestsInProgress.during(SQLITE, key, action);
  }

  @Override
  public IdempotencyStore responses() {
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
