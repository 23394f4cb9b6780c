package io.clientele.persistence.identity;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcSignInNetworksOnPostgres15IT extends JdbcSignInNetworksIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
