package io.clientele.persistence;

class JdbcOperatorsOnOldestIT extends JdbcOperatorsIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
