package io.clientele.infra.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects configuration errors, so that all of them are reported together. */
final class ConfigErrors {
  private final List<String> found = new ArrayList<>();

  void require(boolean holds, String setting, String rule) {
    if (!holds) {
      found.add(setting + " " + rule);
    }
  }

  void requireMatch(Pattern shape, String value, String setting, String rule) {
    require(shape.matcher(value).matches(), setting, rule);
  }

  void requireRange(int value, int least, int most, String setting) {
    require(value >= least && value <= most, setting, "must be " + least + " to " + most);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidEnvironment(found);
    }
  }
}
