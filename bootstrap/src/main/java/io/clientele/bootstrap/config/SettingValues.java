package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.InvalidValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Parses values of settings; a text that breaks the rule is an {@link InvalidSetting}. */
public final class SettingValues {
  private SettingValues() {}

  /**
   * A duration in ISO 8601, from {@code min} to {@code max}.
   *
   * @param rule the fault of any other text
   */
  public static Duration duration(String text, Duration min, Duration max, String rule) {
    try {
      var duration = Duration.parse(text);
      if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // The rule covers a text that is no duration too.
    }
    throw new InvalidSetting(rule);
  }

  /**
   * A parser whose {@link InvalidValue} becomes an {@link InvalidSetting} with its first rule.
   *
   * @param parse throws {@link InvalidValue} for a text that breaks a rule
   */
  public static <T> Function<String, T> parsedBy(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (InvalidValue broken) {
        throw new InvalidSetting(broken.faults().getFirst().rule());
      }
    };
  }

  /** A whole number from {@code min} to {@code max}. */
  public static int number(String text, int min, int max) {
    if (text.matches("[0-9]{1,9}")) {
      var number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw new InvalidSetting("must be a number from " + min + " to " + max);
  }
}
