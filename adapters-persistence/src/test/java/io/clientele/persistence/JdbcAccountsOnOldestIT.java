package io.clientele.persistence;

class JdbcAccountsOnOldestIT extends JdbcAccountsIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
