package io.clientele.http.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Checks the dependencies, one check at a time. Callers that arrive during a check share the result
 * of the next one. So many callers cost the dependencies no more than one caller does, and a result
 * is never older than the call. A caller waits for at most two checks. Safe for use by many
 * threads.
 */
final class CoalescedHealthCheck {
  private final List<HealthCheck> dependencies;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong begun = new AtomicLong();
  private volatile Map<String, Boolean> seen = Map.of();

  CoalescedHealthCheck(List<HealthCheck> dependencies) {
    this.dependencies = List.copyOf(dependencies);
  }

  /** Returns whether each dependency is up, by name. */
  Map<String, Boolean> states() {
    var before = begun.get();
    turn.lock();
    try {
      // The lock is held, so every check that has begun has ended.
      if (begun.get() == before) {
        begun.incrementAndGet();
        seen = look();
      }
      return seen;
    } finally {
      turn.unlock();
    }
  }

  /** Returns the number of callers that wait for the lock. */
  int waiting() {
    return turn.getQueueLength();
  }

  private Map<String, Boolean> look() {
    var states = new LinkedHashMap<String, Boolean>();
    dependencies.forEach(one -> states.put(one.name(), one.isUp().getAsBoolean()));
    return states;
  }
}
