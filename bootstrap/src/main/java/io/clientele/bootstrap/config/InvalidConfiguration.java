package io.clientele.bootstrap.config;

import io.clientele.persistence.views.ShardCountMismatch;
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

  /** The fault of a VIEWS_SHARDS that is not the database's. */
  public static InvalidConfiguration of(ShardCountMismatch mismatch) {
    return new InvalidConfiguration("VIEWS_SHARDS was changed: " + mismatch.getMessage());
  }

  /** Returns the faults, one line each. */
  public List<String> faults() {
    return faults;
  }
}
