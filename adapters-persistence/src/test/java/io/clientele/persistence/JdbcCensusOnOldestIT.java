package io.clientele.persistence;

class JdbcCensusOnOldestIT extends JdbcCensusIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
