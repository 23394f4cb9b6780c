package io.clientele.bootstrap.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of the settings that contexts contribute. Prints one setting a line, masked. */
record ContributedSettings(Map<ContextSetting<?>, Object> values) {
  ContributedSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Reads them; the reader gathers the faults. */
  static ContributedSettings read(SettingsReader environment, Collection<SettingGroup> groups) {
    var values = new LinkedHashMap<ContextSetting<?>, Object>();
    SettingGroup.settingsOf(groups)
        .forEach(
            setting ->
                environment
                    .required(setting, setting.parse())
                    .ifPresent(value -> values.put(setting, value)));
    return new ContributedSettings(values);
  }

  /**
   * The value of a setting.
   *
   * @throws IllegalStateException if no group declares it
   */
  @SuppressWarnings("unchecked") // The value was parsed by this setting.
  <T> T get(ContextSetting<T> setting) {
    var value = values.get(setting);
    if (value == null) {
      throw new IllegalStateException(setting + " is in no group of settings");
    }
    return (T) value;
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(
            one ->
                one.getKey() + "=" + (one.getKey().isSecret() ? "***" : one.getValue().toString()))
        .collect(Collectors.joining("\n"));
  }
}
