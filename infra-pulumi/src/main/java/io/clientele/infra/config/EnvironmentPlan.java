package io.clientele.infra.config;

import io.clientele.infra.config.CachePlan.CacheClass;
import io.clientele.infra.config.DatabasePlan.DatabaseClass;

/**
 * One environment, whole.
 *
 * @param addressRequests of one address in five minutes, above which the firewall stops it
 * @param logDays how long logs are kept
 */
public record EnvironmentPlan(
    DeploymentStage stage,
    DeploymentSettings settings,
    NetworkPlan network,
    DatabasePlan database,
    CachePlan cache,
    ComputePlan compute,
    int addressRequests,
    int logDays) {
  private static final int CPU_PERCENT = 70;
  private static final int TASKS_MAX = 4;

  public EnvironmentPlan {
    var errors = new ConfigErrors();
    errors.requireRange(addressRequests, 100, 2_000_000, "addressRequests");
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

  /** The sizes of a stage, at this place. */
  public static EnvironmentPlan of(DeploymentStage stage, DeploymentSettings at) {
    return switch (stage) {
      case DEV ->
          new EnvironmentPlan(
              stage,
              at,
              new NetworkPlan("10.1", 1, false),
              new DatabasePlan(DatabaseClass.SMALL, 20, 50, false, 1),
              new CachePlan(CacheClass.MICRO, 1, 1, 1),
              new ComputePlan(512, 1024, 1, TASKS_MAX, CPU_PERCENT, 30_000),
              60_000,
              7);
      case STAGING ->
          new EnvironmentPlan(
              stage,
              at,
              new NetworkPlan("10.2", 1, false),
              new DatabasePlan(DatabaseClass.MEDIUM, 20, 100, true, 7),
              new CachePlan(CacheClass.SMALL, 1, 1, 1),
              new ComputePlan(512, 1024, 1, TASKS_MAX, CPU_PERCENT, 30_000),
              60_000,
              7);
      case PROD ->
          new EnvironmentPlan(
              stage,
              at,
              new NetworkPlan("10.3", 3, false),
              new DatabasePlan(DatabaseClass.LARGE, 100, 1000, true, 30),
              new CachePlan(CacheClass.LARGE, 2, 1, 7),
              new ComputePlan(1024, 2048, 2, TASKS_MAX, CPU_PERCENT, 60_000),
              60_000,
              30);
    };
  }

  /** Whether what is stored must outlive a mistake. */
  public boolean keepsData() {
    return stage == DeploymentStage.PROD;
  }

  /** A name of this environment's, for AWS. */
  public String named(String thing) {
    return "clientele-" + stage.id() + "-" + thing;
  }
}
