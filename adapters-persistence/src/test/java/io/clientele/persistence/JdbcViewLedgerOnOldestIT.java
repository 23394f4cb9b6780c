package io.clientele.persistence;

class JdbcViewLedgerOnOldestIT extends JdbcViewLedgerIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
