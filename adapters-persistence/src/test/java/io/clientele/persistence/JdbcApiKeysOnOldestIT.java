package io.clientele.persistence;

class JdbcApiKeysOnOldestIT extends JdbcApiKeysIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
