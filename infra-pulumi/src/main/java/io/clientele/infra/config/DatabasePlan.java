package io.clientele.infra.config;

/**
 * The size of the PostgreSQL server.
 *
 * @param storageGb the initial storage, which grows automatically up to {@code storageMaxGb}
 * @param hasReplica whether a read replica serves lists, statistics and exports
 * @param hasStandby whether a synchronous standby in another zone takes over on failure
 */
public record DatabasePlan(
    DatabaseClass size,
    int storageGb,
    int storageMaxGb,
    boolean hasStandby,
    int backupDays,
    boolean hasReplica) {
  public DatabasePlan {
    var errors = new ConfigErrors();
    errors.requireRange(storageGb, 20, 16_384, "database.storageGb");
    errors.requireRange(storageMaxGb, storageGb, 16_384, "database.storageMaxGb");
    errors.requireRange(backupDays, 1, 35, "database.backupDays");
    errors.throwIfAny();
  }

  /** The instance types of PostgreSQL, all with Graviton processors. */
  public enum DatabaseClass {
    SMALL("db.t4g.small", 2, 2),
    MEDIUM("db.t4g.medium", 2, 4),
    LARGE("db.m7g.large", 2, 8),
    XLARGE("db.r7g.2xlarge", 8, 64),
    HUGE("db.r7g.8xlarge", 32, 256);

    /** The greatest connection limit that RDS sets by default. */
    private static final int CONNECTIONS_MAX = 5_000;

    private final String id;
    private final int cores;
    private final int memoryGb;

    DatabaseClass(String id, int cores, int memoryGb) {
      this.id = id;
      this.cores = cores;
      this.memoryGb = memoryGb;
    }

    /** The name of the instance type in AWS. */
    public String id() {
      return id;
    }

    /** The number of vCPUs, by which RDS Proxy is billed. */
    public int cores() {
      return cores;
    }

    /** The connection limit that RDS sets by default for this amount of memory. */
    public int connectionsMax() {
      return Math.min(memoryGb * 112, CONNECTIONS_MAX);
    }
  }
}
