package io.clientele.persistence;

import io.clientele.domain.identity.SignInNetworks;
import io.clientele.testkit.SignInNetworksContract;

class JdbcSignInNetworksIT implements SignInNetworksContract {
  Postgres postgres() {
    return Postgres.V18;
  }

  @Override
  public Store store() {
    var database = postgres().emptied();
    return new Store(
        new JdbcOperators(database, Postgres.CHANGES), new JdbcSignInNetworks(database));
  }

  @Override
  public SignInNetworks away() {
    return new JdbcSignInNetworks(Postgres.away());
  }
}
