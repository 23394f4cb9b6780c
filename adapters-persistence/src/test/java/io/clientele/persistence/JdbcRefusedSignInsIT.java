package io.clientele.persistence;

import io.clientele.domain.audit.AuditEntry;
import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.RefusedSignIns;
import io.clientele.testkit.RefusedSignInsContract;
import java.util.List;

class JdbcRefusedSignInsIT implements RefusedSignInsContract {
  private final Database database = Postgres.V18.emptied();

  @Override
  public RefusedSignIns refusedSignIns() {
    database.work().update("DELETE FROM refused_sign_in");
    return new JdbcRefusedSignIns(database, Postgres.CHANGES);
  }

  @Override
  public List<AuditEntry> appended() {
    var all = new AuditQuery(AuditQuery.Filter.ALL, null, AuditQuery.LIMIT_MAX);
    return new JdbcAuditTrail(database, Postgres.CHANGES)
        .page(all).entries().stream().map(AuditPage.Recorded::entry).toList();
  }

  @Override
  public RefusedSignIns refusedSignInsAway() {
    return new JdbcRefusedSignIns(Postgres.away(), Postgres.CHANGES);
  }
}
