package io.clientele.bootstrap.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * A setting that one context declares and reads. Without a default it is required. An empty default
 * is the default of a setting that need not be set.
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

  /** A setting that need not be set; {@code parse} gets its text only if it is. */
  public static <T> ContextSetting<Optional<T>> optional(
      String name, boolean isSecret, String meaning, Function<String, T> parse) {
    return new ContextSetting<>(
        name,
        isSecret,
        Optional.of(""),
        meaning,
        text -> text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text)));
  }

  @Override
  public String toString() {
    return name;
  }
}
