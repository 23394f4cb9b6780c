package io.clientele.bootstrap.event;

import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingValues;
import java.time.Duration;
import java.util.List;

/** The settings of the event context. */
final class EventSettings {
  private static final Duration KEPT_MIN = Duration.ofDays(7);
  private static final Duration KEPT_MAX = Duration.ofDays(3660);

  static final ContextSetting<Duration> KEPT =
      ContextSetting.of(
          "EVENTS_KEPT",
          "P90D",
          "How long events can be read, an ISO 8601 duration of 7 to 3,660 days; older ones are"
              + " dropped by whole months",
          text ->
              SettingValues.duration(
                  text, KEPT_MIN, KEPT_MAX, "must be a duration from P7D to P3660D, such as P90D"));

  static final SettingGroup GROUP = new SettingGroup("Events", List.of(KEPT));

  private EventSettings() {}
}
