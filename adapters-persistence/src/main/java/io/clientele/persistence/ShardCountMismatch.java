package io.clientele.persistence;

import io.clientele.domain.views.Shards;

/** The database was made with another number of shards than is configured, and that is for ever. */
public final class ShardCountMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShardCountMismatch(Shards stored, Shards configured) {
    super(
        "the database counts views in "
            + stored.count()
            + " shards since its first migration, "
            + configured.count()
            + " are configured");
  }
}
