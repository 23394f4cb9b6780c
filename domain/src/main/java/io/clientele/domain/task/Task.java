package io.clientele.domain.task;

import io.clientele.domain.kernel.AccountId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored task, without its payload.
 *
 * @param account whose data the task holds; null for none
 * @param at the earliest time of the next attempt; for a dead letter, the time at which it became
 *     one
 * @param attempts how many have begun
 * @param lastFault the kind of the last failure; null if none failed
 */
public record Task(
    TaskId id,
    String kind,
    @Nullable AccountId account,
    Status status,
    Instant at,
    int attempts,
    @Nullable String lastFault) {
  public Task {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(at, "at");
  }

  /** The state of a task. */
  public enum Status {
    /** It waits for its time or for an instance. */
    WAITING,
    /** An instance has leased it. */
    RUNNING,
    /** It has failed too often; only a retry runs it again. */
    DEAD
  }
}
