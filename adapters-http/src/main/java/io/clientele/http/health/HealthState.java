package io.clientele.http.health;

import java.util.Collection;
import java.util.Comparator;
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

  /** Shows these dependencies: the required ones first, each kind by name. */
  public HealthState(Collection<HealthCheck> dependencies) {
    var required = Comparator.comparing(HealthCheck::isRequired).reversed();
    this.dependencies =
        dependencies.stream().sorted(required.thenComparing(HealthCheck::name)).toList();
    this.looks = new CoalescedHealthCheck(this.dependencies);
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
