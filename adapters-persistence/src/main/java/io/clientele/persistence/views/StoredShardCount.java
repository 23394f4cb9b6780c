package io.clientele.persistence.views;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;

/** The number of shards that the first migration of a database fixed. Reads it once. */
public final class StoredShardCount {
  private static final String READ = "SELECT shards FROM database_identity";

  private final Sql sql;
  private volatile int known;

  /** Reads from this database. */
  public StoredShardCount(Database database) {
    this.sql = database.requests();
  }

  /**
   * Compares with the configured number.
   *
   * @throws ShardCountMismatch if the database was made with another number
   */
  public void require(Sharding configured) {
    var stored = shards();
    if (!stored.equals(configured)) {
      throw new ShardCountMismatch(stored, configured);
    }
  }

  public Sharding shards() {
    if (known == 0) {
      known =
          sql.list(READ, row -> row.getInt(1)).stream()
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("the database has no identity"));
    }
    return new Sharding(known);
  }
}
