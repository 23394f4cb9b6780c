package io.clientele.persistence;

class JdbcSessionsOnOldestIT extends JdbcSessionsIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
