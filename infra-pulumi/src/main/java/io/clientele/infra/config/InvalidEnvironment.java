package io.clientele.infra.config;

import java.util.List;

/** A configuration that cannot be meant, with all that is wrong with it. */
public final class InvalidEnvironment extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidEnvironment(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault, the setting first. */
  public List<String> faults() {
    return faults;
  }
}
