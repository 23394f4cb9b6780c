package io.clientele.infra.cost;

import io.clientele.infra.config.CachePlan.CacheClass;
import io.clientele.infra.config.DatabasePlan.DatabaseClass;

/** On-demand list prices in US dollars for us-east-1, collected by hand in 2025. */
final class ListPrices {
  static final double HOURS = 730;

  static final double CORE_HOUR = 0.03238;
  static final double MEMORY_GB_HOUR = 0.00356;
  static final double STORAGE_GB_MONTH = 0.115;
  static final double PROXY_CORE_HOUR = 0.015;
  static final double BALANCER_HOUR = 0.0225;
  static final double ADDRESS_HOUR = 0.005;
  static final double ENDPOINT_HOUR = 0.01;
  static final double GATEWAY_HOUR = 0.045;
  static final double FIREWALL_MONTH = 5;
  static final double FIREWALL_RULE_MONTH = 1;
  static final double KEY_MONTH = 1;
  static final double SECRET_MONTH = 0.4;
  static final double ALARM_MONTH = 0.1;
  static final double METRIC_MONTH = 0.3;
  static final double DASHBOARD_MONTH = 3;

  private ListPrices() {}

  static double hour(DatabaseClass size) {
    return switch (size) {
      case SMALL -> 0.032;
      case MEDIUM -> 0.065;
      case LARGE -> 0.168;
      case XLARGE -> 0.956;
      case HUGE -> 3.824;
    };
  }

  static double hour(CacheClass size) {
    return switch (size) {
      case MICRO -> 0.0128;
      case SMALL -> 0.0256;
      case LARGE -> 0.1264;
      case XLARGE -> 0.3496;
      case HUGE -> 1.3984;
    };
  }
}
