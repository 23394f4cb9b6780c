package io.clientele.infra.config;

import io.clientele.infra.config.CachePlan.CacheClass;
import io.clientele.infra.config.DatabasePlan.DatabaseClass;

/**
 * The complete configuration of one environment: its settings and the sizes of its resources.
 *
 * @param addressRequests the requests of one address in five minutes above which the web ACL blocks
 *     it
 * @param logDays the retention of logs in days, 7 or 30
 * @param viewShards the shards of the view counter, which the first migration fixes
 * @param keepsData whether stored data is protected against deletion; false only to remove a stack
 */
public record EnvironmentPlan(
    DeploymentStage stage,
    DeploymentSettings settings,
    NetworkPlan network,
    DatabasePlan database,
    CachePlan cache,
    ComputePlan compute,
    int addressRequests,
    int logDays,
    int viewShards,
    boolean keepsData) {
  private static final int CPU_PERCENT = 70;
  private static final int TASKS_MAX = 4;
  private static final int RESTORE_DAYS = 30;
  private static final int VIEW_SHARDS = 16;
  private static final int ADDRESS_REQUESTS = 60_000;

  /** Half of the requests of a minute that a task with one CPU served at 70 % of it. */
  private static final int REQUESTS_PER_HALF_CPU = 300_000;

  public EnvironmentPlan {
    var errors = new ConfigErrors();
    errors.requireRange(addressRequests, 100, 2_000_000, "addressRequests");
    errors.requireRange(viewShards, 1, 256, "viewShards");
    errors.require(
        settings.mailFrom().isEmpty() || network.hasGateways(),
        "mailFrom",
        "requires hasGateways, by which tasks reach the mail server");
    errors.require(logDays == 7 || logDays == 30, "logDays", "must be 7 or 30");
    if (stage == DeploymentStage.PROD) {
      errors.require(database.hasStandby(), "database.hasStandby", "must be true in prod");
      errors.require(
          database.backupDays() >= 7, "database.backupDays", "must be 7 or more in prod");
      errors.require(compute.tasksMin() >= 2, "compute.tasksMin", "must be 2 or more in prod");
      errors.require(network.endpointZones() == 3, "network.endpointZones", "must be 3 in prod");
      errors.require(logDays == 30, "logDays", "must be 30 in prod");
    }
    errors.throwIfAny();
  }

  /** Returns the plan of a stage with the account's settings and the sizes that are set. */
  public static EnvironmentPlan of(
      DeploymentStage stage, DeploymentSettings at, SizeOverrides sizes) {
    var isProd = stage == DeploymentStage.PROD;
    var plan =
        new EnvironmentPlan(
            stage,
            at,
            network(stage, sizes),
            database(stage, sizes),
            cache(stage, sizes),
            compute(isProd ? 2 : 1, sizes),
            sizes.number("addressRequests", ADDRESS_REQUESTS),
            isProd ? 30 : 7,
            sizes.number("viewShards", VIEW_SHARDS),
            sizes.flag("keepsData", isProd));
    sizes.requireValid();
    return plan;
  }

  private static NetworkPlan network(DeploymentStage stage, SizeOverrides sizes) {
    var addresses =
        switch (stage) {
          case DEV -> "10.1";
          case STAGING -> "10.2";
          case PROD -> "10.3";
        };
    return new NetworkPlan(
        addresses, stage == DeploymentStage.PROD ? 3 : 1, sizes.flag("hasGateways", false));
  }

  private static DatabasePlan database(DeploymentStage stage, SizeOverrides sizes) {
    var usual =
        switch (stage) {
          case DEV -> new DatabasePlan(DatabaseClass.SMALL, 20, 50, false, 1, false);
          case STAGING -> new DatabasePlan(DatabaseClass.MEDIUM, 20, 100, true, 7, false);
          case PROD -> new DatabasePlan(DatabaseClass.LARGE, 100, 1000, true, 30, false);
        };
    return new DatabasePlan(
        sizes.one("databaseClass", usual.size()),
        sizes.number("databaseStorageGb", usual.storageGb()),
        sizes.number("databaseStorageMaxGb", usual.storageMaxGb()),
        usual.hasStandby(),
        usual.backupDays(),
        sizes.flag("databaseReplica", usual.hasReplica()));
  }

  private static CachePlan cache(DeploymentStage stage, SizeOverrides sizes) {
    var usual =
        switch (stage) {
          case DEV -> new CachePlan(CacheClass.MICRO, 1, 1, 1);
          case STAGING -> new CachePlan(CacheClass.SMALL, 1, 1, 1);
          case PROD -> new CachePlan(CacheClass.LARGE, 2, 1, 7);
        };
    return new CachePlan(
        sizes.one("cacheClass", usual.size()),
        sizes.number("cacheShards", usual.shards()),
        sizes.number("cacheReplicas", usual.replicas()),
        usual.snapshotDays());
  }

  private static ComputePlan compute(int halves, SizeOverrides sizes) {
    var cpuUnits = sizes.number("taskCpuUnits", halves * 512);
    return new ComputePlan(
        cpuUnits,
        sizes.number("taskMemoryMb", 2 * cpuUnits),
        sizes.number("tasksMin", halves),
        sizes.number("tasksMax", TASKS_MAX),
        CPU_PERCENT,
        sizes.number("requestsPerTask", cpuUnits / 512 * REQUESTS_PER_HALF_CPU));
  }

  /**
   * The days for which erasures are kept: a restored backup still contains erased data, and an
   * operator has a month to restore and to erase again.
   */
  public int erasureDays() {
    return database.backupDays() + RESTORE_DAYS;
  }

  /** Returns the name of an AWS resource in this environment. */
  public String named(String thing) {
    return "clientele-" + stage.id() + "-" + thing;
  }
}
