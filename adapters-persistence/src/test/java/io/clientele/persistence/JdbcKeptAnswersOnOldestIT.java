package io.clientele.persistence;

class JdbcKeptAnswersOnOldestIT extends JdbcKeptAnswersIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
