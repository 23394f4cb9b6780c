package io.clientele.bootstrap.config;

import java.util.Optional;

/** One environment variable that the service reads. */
public interface Setting {
  /** The name of the variable. */
  String name();

  /** Whether its value is masked, and may also be in a file that {@code NAME_FILE} names. */
  boolean isSecret();

  /** The default value; empty if there is none. */
  Optional<String> fallback();

  /** The description of the setting, in Markdown. */
  String meaning();

  /** The meaning as plain text, for a terminal. */
  default String plainMeaning() {
    return meaning().replace("`", "").replace("\\|", "|");
  }
}
