package io.clientele.infra.cost;

import static io.clientele.infra.cost.ListPrices.HOURS;

import io.clientele.infra.config.ComputePlan;
import io.clientele.infra.config.EnvironmentPlan;
import java.util.List;

/** The cost of one month of an idle environment, without traffic, requests and logs. */
public record CostEstimate(List<Line> lines) {
  static final int KEYS = 4;

  /** Seven of this project and the owner's, which RDS manages. */
  static final int SECRETS = 8;

  static final int FIREWALLS = 2;
  static final int FIREWALL_RULES = 12;
  static final int ENDPOINTS = 6;

  /** The metrics of the service that the telemetry collector publishes. */
  private static final int METRICS = 15;

  private static final int ZONES = 3;
  private static final int ALARMS = 15;
  private static final int ALARMS_OF_NODE = 2;

  public CostEstimate {
    lines = List.copyOf(lines);
  }

  /**
   * One item of the estimate.
   *
   * @param month the cost of all {@code count} units for one month, in US dollars
   */
  public record Line(String item, int count, double month) {}

  /** Estimates an environment. */
  public static CostEstimate of(EnvironmentPlan environment) {
    var compute = environment.compute();
    var cache = environment.cache();
    var network = environment.network();
    var gateways = network.hasGateways() ? ZONES : 0;
    return new CostEstimate(
        List.of(
            line("Tasks, minimum", compute.tasksMin(), HOURS * taskHour(compute)),
            database(environment),
            storage(environment),
            line(
                "RDS Proxy, vCPUs",
                environment.database().size().cores(),
                HOURS * ListPrices.PROXY_CORE_HOUR),
            line("Cache nodes", cache.nodes(), HOURS * ListPrices.hour(cache.size())),
            line("Load balancer", 1, HOURS * ListPrices.BALANCER_HOUR),
            line("Public IPv4 addresses", ZONES + gateways, HOURS * ListPrices.ADDRESS_HOUR),
            line(
                "VPC endpoints by zone",
                ENDPOINTS * network.endpointZones(),
                HOURS * ListPrices.ENDPOINT_HOUR),
            line("NAT gateways", gateways, HOURS * ListPrices.GATEWAY_HOUR),
            line("Web ACLs", FIREWALLS, ListPrices.FIREWALL_MONTH),
            line("Web ACL rules", FIREWALL_RULES, ListPrices.FIREWALL_RULE_MONTH),
            line("KMS keys", KEYS, ListPrices.KEY_MONTH),
            line("Secrets", SECRETS, ListPrices.SECRET_MONTH),
            line("Alarms", alarms(environment), ListPrices.ALARM_MONTH),
            line("Metrics", METRICS, ListPrices.METRIC_MONTH),
            line("CloudWatch dashboard", 1, ListPrices.DASHBOARD_MONTH)));
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
    return line("Database servers", servers(environment), HOURS * ListPrices.hour(plan.size()));
  }

  private static Line storage(EnvironmentPlan environment) {
    return line(
        "Database storage, GB",
        environment.database().storageGb() * servers(environment),
        ListPrices.STORAGE_GB_MONTH);
  }

  private static int servers(EnvironmentPlan environment) {
    var plan = environment.database();
    return 1 + (plan.hasStandby() ? 1 : 0) + (plan.hasReplica() ? 1 : 0);
  }

  private static Line line(String item, int count, double month) {
    return new Line(item, count, count * month);
  }

  /** The total in US dollars. */
  public double month() {
    return lines.stream().mapToDouble(Line::month).sum();
  }
}
