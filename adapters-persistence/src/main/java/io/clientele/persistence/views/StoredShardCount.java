package io.clientele.persistence.views;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;

/**
 * The shards of a database: the number that its first migration fixed, and those of products. Reads
 * the number once.
 */
public final class StoredShardCount {
  /** Products are few beside accounts. The migration that added their shards has this number. */
  static final int PRODUCTS = 4;

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
    if (stored.count() != configured.count()) {
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
    return new Sharding(known, PRODUCTS);
  }
}
