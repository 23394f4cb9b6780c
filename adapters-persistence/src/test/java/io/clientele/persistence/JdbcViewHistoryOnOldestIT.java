package io.clientele.persistence;

class JdbcViewHistoryOnOldestIT extends JdbcViewHistoryIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
