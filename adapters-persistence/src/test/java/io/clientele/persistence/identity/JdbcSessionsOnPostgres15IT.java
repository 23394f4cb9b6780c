package io.clientele.persistence.identity;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcSessionsOnPostgres15IT extends JdbcSessionsIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
