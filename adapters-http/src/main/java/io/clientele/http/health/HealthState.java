package io.clientele.http.health;

import java.util.List;
import java.util.Map;

/**
 * What the service knows of its own health. Safe for use by many threads.
 *
 * @see HealthRoutes
 */
public final class HealthState {
  private final List<HealthCheck> dependencies;
  private final CoalescedHealthCheck looks;
  private volatile boolean started;
  private volatile boolean stopping;

  /** Leans on these. */
  public HealthState(List<HealthCheck> dependencies) {
    this.dependencies = List.copyOf(dependencies);
    this.looks = new CoalescedHealthCheck(dependencies);
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

  List<HealthCheck> dependencies() {
    return dependencies;
  }

  /** Which of them are up. */
  Map<String, Boolean> states() {
    return looks.states();
  }
}
