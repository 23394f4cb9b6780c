package io.clientele.persistence.identity;

import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.identity.SignInNetworksContract;

class JdbcSignInNetworksIT implements SignInNetworksContract {
  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public Store store() {
    var database = postgres().emptied();
    return new Store(
        new JdbcOperators(database, TestPostgres.CHANGES), new JdbcSignInNetworks(database));
  }

  @Override
  public SignInNetworks away() {
    return new JdbcSignInNetworks(TestPostgres.away());
  }
}
