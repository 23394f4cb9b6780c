package io.clientele.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of one context. Contexts contribute these; {@link Config#get} returns the values.
 *
 * @param title of the group in {@code SETTINGS.md}
 */
public record SettingGroup(String title, List<ContextSetting<?>> settings) {
  public SettingGroup {
    settings = List.copyOf(settings);
  }

  /** The groups by title. */
  static Stream<SettingGroup> inOrder(Collection<SettingGroup> groups) {
    return groups.stream().sorted(Comparator.comparing(SettingGroup::title));
  }

  /** The settings of all groups: groups by title, settings in the order of their group. */
  static List<ContextSetting<?>> settingsOf(Collection<SettingGroup> groups) {
    return inOrder(groups).<ContextSetting<?>>flatMap(group -> group.settings().stream()).toList();
  }
}
