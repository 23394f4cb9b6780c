package io.clientele.persistence.identity;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcOperatorsOnPostgres15IT extends JdbcOperatorsIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
