package io.clientele.persistence.product;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcProductRankingOnPostgres15IT extends JdbcProductRankingIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
