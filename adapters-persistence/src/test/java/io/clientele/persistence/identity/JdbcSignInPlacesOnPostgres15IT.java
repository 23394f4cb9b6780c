package io.clientele.persistence.identity;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcSignInPlacesOnPostgres15IT extends JdbcSignInPlacesIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
