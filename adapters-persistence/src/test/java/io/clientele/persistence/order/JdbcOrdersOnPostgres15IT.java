package io.clientele.persistence.order;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcOrdersOnPostgres15IT extends JdbcOrdersIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
