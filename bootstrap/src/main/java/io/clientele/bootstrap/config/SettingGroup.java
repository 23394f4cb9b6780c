package io.clientele.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of one context. Contexts contribute these; {@link Config#get} returns the values.
 *
 * @param title of the group in {@code SETTINGS.md}
 * @param ofSchema those of the settings that a migration reads
 * @param rules between the settings
 */
public record SettingGroup(
    String title,
    List<ContextSetting<?>> settings,
    List<ContextSetting<?>> ofSchema,
    List<SettingRule> rules) {
  public SettingGroup {
    settings = List.copyOf(settings);
    ofSchema = List.copyOf(ofSchema);
    rules = List.copyOf(rules);
  }

  /** Creates a group of settings that no migration reads and no rule connects. */
  public SettingGroup(String title, List<ContextSetting<?>> settings) {
    this(title, settings, List.of(), List.of());
  }

  /** The groups by title. */
  static Stream<SettingGroup> inOrder(Collection<SettingGroup> groups) {
    return groups.stream().sorted(Comparator.comparing(SettingGroup::title));
  }

  /** The settings of all groups: groups by title, settings in the order of their group. */
  static List<ContextSetting<?>> settingsOf(Collection<SettingGroup> groups) {
    return inOrder(groups).<ContextSetting<?>>flatMap(group -> group.settings().stream()).toList();
  }

  /** Reads all settings and checks the rules between them; the reader gathers the faults. */
  static ContributedSettings read(SettingsReader environment, Collection<SettingGroup> groups) {
    var settings = ContributedSettings.read(environment, settingsOf(groups));
    inOrder(groups)
        .flatMap(group -> group.rules().stream())
        .forEach(rule -> rule.fault(settings).ifPresent(environment::fault));
    return settings;
  }

  /** Reads the settings that a migration reads; the reader gathers the faults. */
  static ContributedSettings readOfSchema(
      SettingsReader environment, Collection<SettingGroup> groups) {
    var ofSchema =
        inOrder(groups).<ContextSetting<?>>flatMap(group -> group.ofSchema().stream()).toList();
    return ContributedSettings.read(environment, ofSchema);
  }
}
