package io.clientele.persistence.audit;

import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.identity.RefusedSignInsContract;
import java.util.List;

class JdbcRefusedSignInsIT implements RefusedSignInsContract {
  private final Database database = TestPostgres.V18.emptied();

  @Override
  public RefusedSignIns refusedSignIns() {
    database.work().update("DELETE FROM refused_sign_in");
    return new JdbcRefusedSignIns(database, TestPostgres.CHANGES);
  }

  @Override
  public List<AuditEntry> appended() {
    var all = new AuditQuery(AuditQuery.Filter.ALL, null, AuditQuery.LIMIT_MAX);
    return new JdbcAuditTrail(database, TestPostgres.CHANGES)
        .page(all).entries().stream().map(AuditPage.Recorded::entry).toList();
  }

  @Override
  public RefusedSignIns unreachableRefusedSignIns() {
    return new JdbcRefusedSignIns(TestPostgres.away(), TestPostgres.CHANGES);
  }
}
