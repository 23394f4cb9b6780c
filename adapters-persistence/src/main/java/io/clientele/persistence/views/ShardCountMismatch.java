package io.clientele.persistence.views;

import io.clientele.domain.views.Sharding;

/** The configured number of shards differs from the database's, which cannot be changed. */
public final class ShardCountMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShardCountMismatch(Sharding stored, Sharding configured) {
    super(
        "the database counts views in "
            + stored.count()
            + " shards since its first migration, "
            + configured.count()
            + " are configured");
  }
}
