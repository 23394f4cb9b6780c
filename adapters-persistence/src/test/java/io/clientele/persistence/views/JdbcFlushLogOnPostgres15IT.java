package io.clientele.persistence.views;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcFlushLogOnPostgres15IT extends JdbcFlushLogIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
