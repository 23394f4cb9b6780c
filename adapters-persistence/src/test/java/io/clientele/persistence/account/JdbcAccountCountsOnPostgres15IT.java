package io.clientele.persistence.account;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcAccountCountsOnPostgres15IT extends JdbcAccountCountsIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
