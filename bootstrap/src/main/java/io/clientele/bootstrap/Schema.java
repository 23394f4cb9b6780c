package io.clientele.bootstrap;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.account.AccountSchema;
import io.clientele.persistence.audit.AuditSchema;
import io.clientele.persistence.identity.IdentitySchema;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaMigration;
import io.clientele.persistence.views.ShardCountMismatch;
import io.clientele.persistence.views.StoredShardCount;
import io.clientele.persistence.views.ViewsSchema;
import java.util.List;

/** The schema of the database: the contributions of all contexts. */
final class Schema {
  private Schema() {}

  /**
   * Brings the tables up to date.
   *
   * @throws ShardCountMismatch if the database was made with another number of shards
   */
  static void migrate(Database database, Sharding shards) {
    var contributions =
        List.of(
            AccountSchema.contribution(),
            AuditSchema.contribution(),
            IdentitySchema.contribution(),
            ViewsSchema.contribution(shards));
    new SchemaMigration(database, contributions).run();
    new StoredShardCount(database).require(shards);
  }
}
