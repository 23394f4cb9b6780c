package io.clientele.persistence.account;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcAccountsOnPostgres15IT extends JdbcAccountsIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
