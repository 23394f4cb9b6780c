package io.clientele.persistence.identity;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcApiKeysOnPostgres15IT extends JdbcApiKeysIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
