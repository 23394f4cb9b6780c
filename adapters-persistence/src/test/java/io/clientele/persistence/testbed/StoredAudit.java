package io.clientele.persistence.testbed;

import io.clientele.domain.audit.AuditPage.Recorded;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.persistence.audit.JdbcAuditTrail;
import io.clientele.persistence.jdbc.Database;
import java.util.List;

/** Reads the audit entries of a database. */
public final class StoredAudit {
  private StoredAudit() {}

  /** Returns the newest 200 entries, the newest first. */
  public static List<AuditEntry> of(Database database) {
    var query = new AuditQuery(AuditQuery.Filter.ALL, null, AuditQuery.LIMIT_MAX);
    var trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);
    return trail.page(query).entries().stream().map(Recorded::entry).toList();
  }
}
