package io.clientele.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings, and gathers what is wrong with them instead of stopping at the first fault. */
final class SettingsReader {
  private final Map<String, String> variables;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The setting or what holds instead; empty, and a fault, if there is neither or it cannot be
   * read.
   */
  <T> Optional<T> wanted(Setting setting, Function<String, T> parse) {
    var text = text(setting).or(setting::fallback);
    if (text.isEmpty() && !isFaulty(setting)) {
      faults.add(setting.name() + " is not set: " + SettingsDocument.plain(setting.meaning()));
    }
    return text.flatMap(value -> parsed(setting, value, parse));
  }

  /** The setting, or empty if it is not set. */
  <T> Optional<T> optional(Setting setting, Function<String, T> parse) {
    return text(setting).flatMap(value -> parsed(setting, value, parse));
  }

  /** Both or neither of two settings may be set. */
  void demandTogether(Setting one, Setting other) {
    if (isSet(one) != isSet(other)) {
      faults.add(one.name() + " and " + other.name() + " belong together: set both or neither");
    }
  }

  /** Gathers a fault of a setting that only shows beside another one. */
  void fault(Setting setting, String rule) {
    faults.add(setting.name() + " " + rule);
  }

  /** Throws what was gathered, if anything was. */
  void demandNoFaults() {
    if (!faults.isEmpty()) {
      throw new InvalidConfiguration(faults);
    }
  }

  private <T> Optional<T> parsed(Setting setting, String value, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(value));
    } catch (InvalidSetting invalid) {
      faults.add(setting.name() + " " + invalid.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> text(Setting setting) {
    var plain = variable(setting.name());
    var file = setting.isSecret() ? variable(setting.name() + "_FILE") : Optional.<String>empty();
    if (plain.isPresent() && file.isPresent()) {
      faults.add(setting.name() + " and " + setting.name() + "_FILE are both set: only one may be");
      return Optional.empty();
    }
    return plain.or(() -> file.flatMap(path -> content(setting, path)));
  }

  /**
   * An empty variable is one that is not set: that is how many tools pass on what they do not have.
   */
  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private Optional<String> content(Setting setting, String path) {
    try {
      var content = Files.readString(Path.of(path)).strip();
      if (!content.isEmpty()) {
        return Optional.of(content);
      }
      faults.add(setting.name() + "_FILE names an empty file: " + path);
    } catch (IOException | InvalidPathException e) {
      faults.add(setting.name() + "_FILE names a file that cannot be read: " + path);
    }
    return Optional.empty();
  }

  private boolean isSet(Setting setting) {
    return variable(setting.name()).isPresent() || variable(setting.name() + "_FILE").isPresent();
  }

  private boolean isFaulty(Setting setting) {
    return faults.stream().anyMatch(fault -> fault.startsWith(setting.name()));
  }
}
