package io.clientele.infra.cost;

import static io.clientele.infra.cost.ListPrices.HOURS;

import io.clientele.infra.config.ComputePlan;
import io.clientele.infra.config.EnvironmentPlan;
import java.util.List;

/**
 * A month of an environment that nobody calls: the least number of tasks, no traffic, no requests,
 * no logs. What use adds depends on use.
 */
public record CostEstimate(List<Line> lines) {
  static final int KEYS = 4;

  /** Seven of ours, and the owner's, which RDS keeps. */
  static final int SECRETS = 8;

  static final int FIREWALLS = 2;
  static final int FIREWALL_RULES = 9;
  static final int ENDPOINTS = 5;

  /** Of the service itself, as its collector sends them. */
  private static final int METRICS = 15;

  private static final int ZONES = 3;
  private static final int ALARMS = 14;
  private static final int ALARMS_OF_NODE = 2;

  public CostEstimate {
    lines = List.copyOf(lines);
  }

  /**
   * One item.
   *
   * @param month for all of them, in US dollars
   */
  public record Line(String item, int count, double month) {}

  /** What an environment comes to. */
  public static CostEstimate of(EnvironmentPlan environment) {
    var compute = environment.compute();
    var cache = environment.cache();
    var network = environment.network();
    var gateways = network.hasGateways() ? ZONES : 0;
    return new CostEstimate(
        List.of(
            each("Tasks, at least", compute.tasksMin(), HOURS * taskHour(compute)),
            database(environment),
            storage(environment),
            each(
                "RDS Proxy, cores",
                environment.database().size().cores(),
                HOURS * ListPrices.PROXY_CORE_HOUR),
            each("Cache nodes", cache.nodes(), HOURS * ListPrices.hour(cache.size())),
            each("Load balancer", 1, HOURS * ListPrices.BALANCER_HOUR),
            each("Public addresses", ZONES + gateways, HOURS * ListPrices.ADDRESS_HOUR),
            each(
                "Endpoints, in zones",
                ENDPOINTS * network.endpointZones(),
                HOURS * ListPrices.ENDPOINT_HOUR),
            each("NAT gateways", gateways, HOURS * ListPrices.GATEWAY_HOUR),
            each("Firewalls", FIREWALLS, ListPrices.FIREWALL_MONTH),
            each("Rules of firewalls", FIREWALL_RULES, ListPrices.FIREWALL_RULE_MONTH),
            each("Keys", KEYS, ListPrices.KEY_MONTH),
            each("Secrets", SECRETS, ListPrices.SECRET_MONTH),
            each("Alarms", alarms(environment), ListPrices.ALARM_MONTH),
            each("Metrics", METRICS, ListPrices.METRIC_MONTH),
            each("CloudWatch dashboard", 1, ListPrices.PICTURE_MONTH)));
  }

  static int alarms(EnvironmentPlan environment) {
    return ALARMS + ALARMS_OF_NODE * environment.cache().nodes();
  }

  private static double taskHour(ComputePlan plan) {
    return plan.cpuUnits() / 1024.0 * ListPrices.CORE_HOUR
        + plan.memoryMb() / 1024.0 * ListPrices.MEMORY_GB_HOUR;
  }

  private static Line database(EnvironmentPlan environment) {
    var plan = environment.database();
    return each("Database servers", servers(environment), HOURS * ListPrices.hour(plan.size()));
  }

  private static Line storage(EnvironmentPlan environment) {
    return each(
        "Database storage, GB",
        environment.database().storageGb() * servers(environment),
        ListPrices.STORAGE_GB_MONTH);
  }

  private static int servers(EnvironmentPlan environment) {
    return environment.database().hasStandby() ? 2 : 1;
  }

  private static Line each(String item, int count, double month) {
    return new Line(item, count, count * month);
  }

  /** All of it. */
  public double month() {
    return lines.stream().mapToDouble(Line::month).sum();
  }
}
