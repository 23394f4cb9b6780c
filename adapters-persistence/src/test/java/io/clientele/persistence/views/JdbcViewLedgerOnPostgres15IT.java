package io.clientele.persistence.views;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcViewLedgerOnPostgres15IT extends JdbcViewLedgerIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
