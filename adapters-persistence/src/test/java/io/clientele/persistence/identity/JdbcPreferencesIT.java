package io.clientele.persistence.identity;

import io.clientele.domain.identity.preference.PreferenceStore;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.identity.PreferenceStoreContract;
import java.util.List;

class JdbcPreferencesIT implements PreferenceStoreContract {
  private final Database database = TestPostgres.V18.emptied();

  @Override
  public Store store() {
    return new Store(
        new JdbcOperators(database, TestPostgres.CHANGES),
        new JdbcPreferences(database, TestPostgres.CHANGES));
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public PreferenceStore away() {
    return new JdbcPreferences(TestPostgres.away(), TestPostgres.CHANGES);
  }
}
