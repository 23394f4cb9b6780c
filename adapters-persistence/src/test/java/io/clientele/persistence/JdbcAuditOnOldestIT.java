package io.clientele.persistence;

class JdbcAuditOnOldestIT extends JdbcAuditIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
