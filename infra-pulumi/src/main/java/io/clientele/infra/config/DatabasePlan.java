package io.clientele.infra.config;

/**
 * How PostgreSQL is run.
 *
 * @param storageGb to begin with; it grows by itself up to the most
 * @param hasStandby whether another zone has a synchronous copy that takes over
 */
public record DatabasePlan(
    DatabaseClass size, int storageGb, int storageMaxGb, boolean hasStandby, int backupDays) {
  public DatabasePlan {
    var errors = new ConfigErrors();
    errors.requireRange(storageGb, 20, 16_384, "database.storageGb");
    errors.requireRange(storageMaxGb, storageGb, 16_384, "database.storageMaxGb");
    errors.requireRange(backupDays, 1, 35, "database.backupDays");
    errors.throwIfAny();
  }

  /** What PostgreSQL may run on; all of them Graviton. */
  public enum DatabaseClass {
    SMALL("db.t4g.small", 2, 2),
    MEDIUM("db.t4g.medium", 2, 4),
    LARGE("db.m7g.large", 2, 8);

    private final String id;
    private final int cores;
    private final int memoryGb;

    DatabaseClass(String id, int cores, int memoryGb) {
      this.id = id;
      this.cores = cores;
      this.memoryGb = memoryGb;
    }

    /** AWS's name. */
    public String id() {
      return id;
    }

    /** What the proxy before it is charged by. */
    public int cores() {
      return cores;
    }

    /** What RDS allows by itself for so much memory. */
    public int connectionsMax() {
      return memoryGb * 112;
    }
  }
}
