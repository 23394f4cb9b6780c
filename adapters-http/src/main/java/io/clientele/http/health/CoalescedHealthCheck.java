package io.clientele.http.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks at dependencies, one look at a time. Whoever asks while others look is told by the next
 * look, with all who came meanwhile: a crowd costs the dependencies no more than one caller, and no
 * answer is older than its question. Nobody waits for more than two looks.
 */
final class CoalescedHealthCheck {
  private final List<HealthCheck> dependencies;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong begun = new AtomicLong();
  private volatile Map<String, Boolean> seen = Map.of();

  CoalescedHealthCheck(List<HealthCheck> dependencies) {
    this.dependencies = List.copyOf(dependencies);
  }

  /** Which of them are up. */
  Map<String, Boolean> states() {
    var before = begun.get();
    turn.lock();
    try {
      // Within one's turn nobody looks, so all that has begun has ended.
      if (begun.get() == before) {
        begun.incrementAndGet();
        seen = look();
      }
      return seen;
    } finally {
      turn.unlock();
    }
  }

  /** How many wait for their turn. */
  int waiting() {
    return turn.getQueueLength();
  }

  private Map<String, Boolean> look() {
    var states = new LinkedHashMap<String, Boolean>();
    dependencies.forEach(one -> states.put(one.name(), one.isUp().getAsBoolean()));
    return states;
  }
}
