package io.clientele.infra.config;

/**
 * The size of the cache, a cluster even with one shard, so that adding shards keeps its address.
 */
public record CachePlan(CacheClass size, int shards, int replicas, int snapshotDays) {
  public CachePlan {
    var errors = new ConfigErrors();
    errors.requireRange(shards, 1, 16, "cache.shards");
    errors.requireRange(replicas, 1, 5, "cache.replicas");
    errors.requireRange(snapshotDays, 1, 35, "cache.snapshotDays");
    errors.throwIfAny();
  }

  /** The number of nodes of all shards. */
  public int nodes() {
    return shards * (1 + replicas);
  }

  /** The node types of the cache. */
  public enum CacheClass {
    MICRO("cache.t4g.micro"),
    SMALL("cache.t4g.small"),
    LARGE("cache.m7g.large"),
    XLARGE("cache.r7g.xlarge"),
    HUGE("cache.r7g.4xlarge");

    private final String id;

    CacheClass(String id) {
      this.id = id;
    }

    /** The name of the node type in AWS. */
    public String id() {
      return id;
    }
  }
}
