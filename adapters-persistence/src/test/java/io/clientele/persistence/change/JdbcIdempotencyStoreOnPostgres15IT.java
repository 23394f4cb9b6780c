package io.clientele.persistence.change;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcIdempotencyStoreOnPostgres15IT extends JdbcIdempotencyStoreIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
