package io.clientele.http.health;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The health of the service. Safe for use by many threads.
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

  public void started() {
    started = true;
  }

  /** Marks the service as stopping, so that it is not ready for further requests. */
  public void stopping() {
    stopping = true;
  }

  public boolean isStarted() {
    return started;
  }

  /** Returns whether the service is stopping. */
  public boolean isStopping() {
    return stopping;
  }

  List<HealthCheck> dependencies() {
    return dependencies;
  }

  /** Returns whether each dependency is up, by name. */
  Map<String, Boolean> states() {
    return looks.states();
  }
}
