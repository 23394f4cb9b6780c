package io.clientele.infra.config;

import io.clientele.infra.config.CachePlan.CacheClass;
import io.clientele.infra.config.DatabasePlan.DatabaseClass;

/**
 * The complete configuration of one environment: its settings and the sizes of its resources.
 *
 * @param addressRequests the requests of one address in five minutes above which the web ACL blocks
 *     it
 * @param logDays the retention of logs in days, 7 or 30
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

  /** Returns the plan of a stage with the account's settings. */
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

  /** Whether stored data is protected against accidental deletion. */
  public boolean keepsData() {
    return stage == DeploymentStage.PROD;
  }

  /** Returns the name of an AWS resource in this environment. */
  public String named(String thing) {
    return "clientele-" + stage.id() + "-" + thing;
  }
}
