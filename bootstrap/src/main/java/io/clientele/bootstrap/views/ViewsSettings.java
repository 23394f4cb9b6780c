package io.clientele.bootstrap.views;

import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingValues;
import io.clientele.domain.views.Sharding;
import java.time.Duration;
import java.util.List;

/** The settings of the views context. */
public final class ViewsSettings {
  private static final Duration FLUSH_MIN = Duration.ofSeconds(1);
  private static final Duration FLUSH_MAX = Duration.ofDays(1);

  /** The number of shards; the first migration stores it. */
  public static final ContextSetting<Sharding> SHARDS =
      ContextSetting.of(
          "VIEWS_SHARDS",
          "16",
          "Number of view shards, 1 to 256. Fixed by the first migration: another value"
              + " later is a fault",
          text -> new Sharding(SettingValues.number(text, 1, Sharding.COUNT_MAX)));

  public static final ContextSetting<Duration> FLUSH_INTERVAL =
      ContextSetting.of(
          "VIEWS_FLUSH_INTERVAL",
          "PT5M",
          "Greatest time until counted views are in PostgreSQL, an ISO 8601 duration of one second"
              + " to one day",
          text ->
              SettingValues.duration(
                  text, FLUSH_MIN, FLUSH_MAX, "must be a duration from PT1S to P1D, such as PT5M"));

  public static final SettingGroup GROUP =
      new SettingGroup("Views", List.of(SHARDS, FLUSH_INTERVAL), List.of(SHARDS), List.of());

  private ViewsSettings() {}
}
