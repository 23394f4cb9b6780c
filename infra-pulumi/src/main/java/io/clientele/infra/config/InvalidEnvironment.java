package io.clientele.infra.config;

import java.util.List;

/** A configuration that cannot be meant, with all that is wrong with it. */
public final class InvalidEnvironment extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> errors;

  InvalidEnvironment(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /** Each fault, the setting first. */
  public List<String> errors() {
    return errors;
  }
}
