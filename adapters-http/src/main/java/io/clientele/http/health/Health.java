package io.clientele.http.health;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What the service knows of its own health. Safe for use by many threads.
 *
 * @see HealthRoutes
 */
public final class Health {
  private final List<Dependency> dependencies;
  private final Looks looks;
  private volatile boolean started;
  private volatile boolean stopping;

  /**
   * Something that the service leans on.
   *
   * @param isRequired whether the service is not ready without it
   * @param isUp asked at each look, by one at a time, so it must answer soon, and must not throw
   */
  public record Dependency(String name, boolean isRequired, BooleanSupplier isUp) {}

  /** Leans on these. */
  public Health(List<Dependency> dependencies) {
    this.dependencies = List.copyOf(dependencies);
    this.looks = new Looks(dependencies);
  }

  /** The service has started. */
  public void started() {
    started = true;
  }

  /** The service is stopping: let nobody send it more. */
  public void stopping() {
    stopping = true;
  }

  /** Whether it has. */
  public boolean isStarted() {
    return started;
  }

  boolean isStopping() {
    return stopping;
  }

  List<Dependency> dependencies() {
    return dependencies;
  }

  /** Which of them are up. */
  Map<String, Boolean> states() {
    return looks.states();
  }
}
