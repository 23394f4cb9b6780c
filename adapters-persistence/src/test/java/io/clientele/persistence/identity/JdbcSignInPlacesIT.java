package io.clientele.persistence.identity;

import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.identity.SignInPlacesContract;

class JdbcSignInPlacesIT implements SignInPlacesContract {
  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public Store store() {
    var database = postgres().emptied();
    return new Store(
        new JdbcOperators(database, TestPostgres.CHANGES),
        new JdbcSessions(database, TestPostgres.CHANGES),
        new JdbcSignInPlaces(database));
  }

  @Override
  public SignInPlaces away() {
    return new JdbcSignInPlaces(TestPostgres.away());
  }
}
