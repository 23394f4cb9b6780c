package io.clientele.bootstrap.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of the settings that contexts contribute. Prints one setting a line, masked.
 *
 * @param values of the settings whose text is valid
 * @param given those that are set; the others have their default
 */
public record ContributedSettings(
    Map<ContextSetting<?>, Object> values, Set<ContextSetting<?>> given) {
  public ContributedSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    given = Set.copyOf(given);
  }

  /** Reads these settings; the reader gathers the faults. */
  static ContributedSettings read(SettingsReader environment, List<ContextSetting<?>> settings) {
    var values = new LinkedHashMap<ContextSetting<?>, Object>();
    settings.forEach(
        setting ->
            environment
                .required(setting, setting.parse())
                .ifPresent(value -> values.put(setting, value)));
    var given = settings.stream().filter(environment::isSet).collect(Collectors.toSet());
    return new ContributedSettings(values, given);
  }

  /**
   * The value of a setting.
   *
   * @throws IllegalStateException if no group declares it
   */
  public <T> T get(ContextSetting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new IllegalStateException(setting + " is in no group of settings"));
  }

  /** The value of a setting; empty if its text is invalid or no group declares it. */
  @SuppressWarnings("unchecked") // The value was parsed by this setting.
  public <T> Optional<T> find(ContextSetting<T> setting) {
    return Optional.ofNullable((T) values.get(setting));
  }

  /** Whether the setting has a text of its own, valid or not. */
  public boolean isSet(ContextSetting<?> setting) {
    return given.contains(setting);
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(one -> one.getKey() + "=" + text(one.getKey(), one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String text(ContextSetting<?> setting, Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(present -> text(setting, present)).orElse("");
      case Object secret when setting.isSecret() -> "***";
      case Collection<?> many ->
          many.stream().map(Object::toString).collect(Collectors.joining(","));
      default -> value.toString();
    };
  }
}
