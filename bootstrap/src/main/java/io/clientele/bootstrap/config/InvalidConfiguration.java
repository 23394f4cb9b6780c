package io.clientele.bootstrap.config;

import java.util.List;

/** Thrown for settings or arguments that the service cannot start with. Holds all faults. */
public final class InvalidConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /** Each fault is one line for an operator, without any secret. */
  public InvalidConfiguration(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Creates a single fault. */
  public InvalidConfiguration(String fault) {
    this(List.of(fault));
  }

  /** Returns the faults, one line each. */
  public List<String> faults() {
    return faults;
  }
}
