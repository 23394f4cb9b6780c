package io.clientele.infra.config;

/**
 * How the cache is run; it is a cluster even of one shard, so that it can grow without a new
 * address.
 */
public record CachePlan(CacheClass size, int shards, int replicas, int snapshotDays) {
  public CachePlan {
    var errors = new ConfigErrors();
    errors.requireRange(shards, 1, 16, "cache.shards");
    errors.requireRange(replicas, 1, 5, "cache.replicas");
    errors.requireRange(snapshotDays, 1, 35, "cache.snapshotDays");
    errors.throwIfAny();
  }

  /** In all. */
  public int nodes() {
    return shards * (1 + replicas);
  }

  /** What a node may be. */
  public enum CacheClass {
    MICRO("cache.t4g.micro"),
    SMALL("cache.t4g.small"),
    LARGE("cache.m7g.large");

    private final String id;

    CacheClass(String id) {
      this.id = id;
    }

    /** AWS's name. */
    public String id() {
      return id;
    }
  }
}
