package io.clientele.persistence.account;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcAccountRankingOnPostgres15IT extends JdbcAccountRankingIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
