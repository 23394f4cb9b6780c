package io.clientele.bootstrap;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.SchemaMigration;
import io.clientele.persistence.views.ShardCountMismatch;
import io.clientele.persistence.views.StoredShardCount;
import java.util.Set;

/** The schema of the database: the contributions of all contexts. */
final class Schema {
  private Schema() {}

  /**
   * Brings the tables up to date.
   *
   * @throws ShardCountMismatch if the database was made with another number of shards
   */
  static void migrate(Database database, Set<SchemaContribution> contributions, Sharding shards) {
    new SchemaMigration(database, contributions).run();
    new StoredShardCount(database).require(shards);
  }
}
