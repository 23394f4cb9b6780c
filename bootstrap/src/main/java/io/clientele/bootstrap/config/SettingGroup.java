package io.clientele.bootstrap.config;

import java.util.List;

/**
 * The settings of one context. Contexts contribute these; {@link Config#get} returns the values.
 *
 * @param title of the group in {@code SETTINGS.md}
 */
public record SettingGroup(String title, List<ContextSetting<?>> settings) {
  public SettingGroup {
    settings = List.copyOf(settings);
  }
}
