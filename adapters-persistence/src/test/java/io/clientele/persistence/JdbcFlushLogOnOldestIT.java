package io.clientele.persistence;

class JdbcFlushLogOnOldestIT extends JdbcFlushLogIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
