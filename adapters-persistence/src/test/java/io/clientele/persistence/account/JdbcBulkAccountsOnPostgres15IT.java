package io.clientele.persistence.account;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcBulkAccountsOnPostgres15IT extends JdbcBulkAccountsIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
