package io.clientele.persistence;

class JdbcSignInNetworksOnOldestIT extends JdbcSignInNetworksIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
