package io.clientele.persistence.audit;

import io.clientele.persistence.testbed.TestPostgres;

class JdbcAuditOnPostgres15IT extends JdbcAuditIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
