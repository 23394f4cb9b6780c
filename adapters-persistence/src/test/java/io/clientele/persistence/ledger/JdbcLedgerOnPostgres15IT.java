package io.clientele.persistence.ledger;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcLedgerOnPostgres15IT extends JdbcLedgerFixture {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
