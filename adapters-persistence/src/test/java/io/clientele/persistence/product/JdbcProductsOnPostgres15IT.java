package io.clientele.persistence.product;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcProductsOnPostgres15IT extends JdbcProductsIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
