package io.clientele.persistence;

class JdbcOpeningsOnOldestIT extends JdbcOpeningsIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
