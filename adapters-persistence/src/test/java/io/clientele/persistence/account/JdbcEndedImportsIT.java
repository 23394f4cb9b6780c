package io.clientele.persistence.account;

import io.clientele.domain.account.EndedImports;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.bulk.EndedImportsContract;

class JdbcEndedImportsIT implements EndedImportsContract {
  @Override
  public Store store() {
    var database = TestPostgres.V18.emptied();
    return new Store(
        new JdbcBulkAccounts(database, TestPostgres.CHANGES), new JdbcEndedImports(database));
  }

  @Override
  public EndedImports away() {
    return new JdbcEndedImports(TestPostgres.away());
  }
}
