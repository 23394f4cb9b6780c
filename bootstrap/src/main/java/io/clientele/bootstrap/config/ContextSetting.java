package io.clientele.bootstrap.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * A setting that one context declares and reads. Without a default it is required.
 *
 * @param parse turns the text into the value; throws {@link InvalidSetting} with the rule that the
 *     text breaks
 */
public record ContextSetting<T>(
    String name,
    boolean isSecret,
    Optional<String> fallback,
    String meaning,
    Function<String, T> parse)
    implements Setting {
  /** A setting with a default, whose value is shown to operators. */
  public static <T> ContextSetting<T> of(
      String name, String fallback, String meaning, Function<String, T> parse) {
    return new ContextSetting<>(name, false, Optional.of(fallback), meaning, parse);
  }

  @Override
  public String toString() {
    return name;
  }
}
