package io.clientele.persistence.views;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcViewHistoryOnPostgres15IT extends JdbcViewHistoryIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
