package io.clientele.infra.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Gathers what is wrong, so that whoever configures hears of it once. */
final class Faults {
  private final List<String> found = new ArrayList<>();

  void demand(boolean holds, String setting, String rule) {
    if (!holds) {
      found.add(setting + " " + rule);
    }
  }

  void demandShape(Pattern shape, String value, String setting, String rule) {
    demand(shape.matcher(value).matches(), setting, rule);
  }

  void demandRange(int value, int least, int most, String setting) {
    demand(value >= least && value <= most, setting, "must be " + least + " to " + most);
  }

  void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidEnvironment(found);
    }
  }
}
