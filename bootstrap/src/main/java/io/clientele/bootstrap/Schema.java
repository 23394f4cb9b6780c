package io.clientele.bootstrap;

import io.clientele.domain.views.Shards;
import io.clientele.persistence.AccountSchema;
import io.clientele.persistence.Database;
import io.clientele.persistence.Migration;
import io.clientele.persistence.ShardCountMismatch;
import io.clientele.persistence.StoredShardCount;
import io.clientele.persistence.ViewsSchema;
import java.util.List;

/** The schema of the database: the contributions of all contexts. */
final class Schema {
  private Schema() {}

  /**
   * Brings the tables up to date.
   *
   * @throws ShardCountMismatch if the database was made with another number of shards
   */
  static void migrate(Database database, Shards shards) {
    var contributions = List.of(AccountSchema.contribution(), ViewsSchema.contribution(shards));
    new Migration(database, contributions).run();
    new StoredShardCount(database).require(shards);
  }
}
