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

/** Reads settings, and collects all faults instead of stopping at the first. */
final class SettingsReader {
  private final Map<String, String> variables;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * Returns the value of a setting, or its default. Empty, with a fault, if there is neither or the
   * value is invalid.
   */
  <T> Optional<T> required(Setting setting, Function<String, T> parse) {
    var text = text(setting).or(setting::fallback);
    if (text.isEmpty() && !isFaulty(setting)) {
      faults.add(setting.name() + " is not set: " + setting.plainMeaning());
    }
    return text.flatMap(value -> parsed(setting, value, parse));
  }

  /** Returns the value of a setting; empty if it is not set. */
  <T> Optional<T> optional(Setting setting, Function<String, T> parse) {
    return text(setting).flatMap(value -> parsed(setting, value, parse));
  }

  /** Adds a fault of several settings, as one line. */
  void fault(String line) {
    faults.add(line);
  }

  /** Whether a setting has a text, by itself or in a file. */
  boolean isSet(Setting setting) {
    return variable(setting.name()).isPresent() || variable(setting.name() + "_FILE").isPresent();
  }

  /** Throws the collected faults, if there are any. */
  void requireNoFaults() {
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
   * Returns the value of a variable; an empty one counts as not set, because many tools pass absent
   * values as empty ones.
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

  private boolean isFaulty(Setting setting) {
    return faults.stream().anyMatch(fault -> fault.startsWith(setting.name()));
  }
}
