package io.clientele.bootstrap.order;

import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.InvalidSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingValues;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The settings of orders. */
final class OrderSettings {
  private static final Duration HOLD_MIN = Duration.ofSeconds(1);
  private static final Duration HOLD_MAX = Duration.ofDays(7);
  private static final String HOLD_RULE =
      "must be a duration of whole seconds from PT1S to P7D, such as PT15M";

  static final ContextSetting<Duration> HOLD =
      ContextSetting.of(
          "ORDER_HOLD",
          "PT15M",
          "How long an order holds money and goods until it is confirmed, an ISO 8601 duration of"
              + " whole seconds from PT1S to P7D",
          OrderSettings::hold);

  static final ContextSetting<Integer> OPEN_MAX =
      ContextSetting.of(
          "ORDERS_OPEN_MAX",
          "50",
          "At most how many orders an account holds at a time, 1 to 10000",
          text -> SettingValues.number(text, 1, 10_000));

  static final SettingGroup GROUP = new SettingGroup("Orders", List.of(HOLD, OPEN_MAX));

  private OrderSettings() {}

  private static Duration hold(String text) {
    var hold = SettingValues.duration(text, HOLD_MIN, HOLD_MAX, HOLD_RULE);
    if (!hold.equals(hold.truncatedTo(ChronoUnit.SECONDS))) {
      throw new InvalidSetting(HOLD_RULE);
    }
    return hold;
  }
}
