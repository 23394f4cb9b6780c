package io.clientele.infra.config;

import java.util.List;

/** Thrown for an invalid configuration. It holds all errors. */
public final class InvalidEnvironment extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> errors;

  InvalidEnvironment(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /** The errors, each beginning with the name of the setting. */
  public List<String> errors() {
    return errors;
  }
}
