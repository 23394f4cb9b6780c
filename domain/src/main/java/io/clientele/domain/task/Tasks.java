package io.clientele.domain.task;

import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores tasks and leases them to instances. Each call is one transaction. An instance that stops
 * or stalls loses its lease, and another instance carries the task out again: handlers must
 * tolerate repetition.
 *
 * <p>A store that adds a task in the transaction of a change offers that in its own layer.
 *
 * <p>Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface Tasks {
  /** Stores a task. */
  Added add(NewTask task);

  /**
   * Leases tasks that are due, the longest due first. Tasks of other kinds stay: a newer instance
   * may have their handlers.
   *
   * @param kinds of the handlers that this instance has
   * @param limit the greatest number of tasks, at least 1
   * @param until the end of the lease; then the task can be claimed again
   */
  List<ClaimedTask> claim(Set<String> kinds, int limit, Instant now, Instant until);

  /** Removes a task that is carried out. */
  Settled done(ClaimedTask task);

  /**
   * Releases a task after a failure.
   *
   * @param fault the kind of the failure, without personal data
   * @param next the earliest time of the next attempt
   */
  Settled failed(ClaimedTask task, String fault, Instant next);

  /** Makes a task a dead letter, with the last failure. */
  Settled bury(ClaimedTask task, String fault, Instant now);

  /**
   * Makes a task or a dead letter due now, and counts its attempts anew. Appends {@link
   * TaskEvent.Retried} to the audit.
   */
  Retried retry(TaskId id, Provenance by);

  /**
   * Returns tasks and dead letters in the order of their ids.
   *
   * @param status selects; null for all
   * @param after the end of the page before; null for the first page
   * @param limit the size of the page, at least 1
   */
  TaskPage list(Task.@Nullable Status status, @Nullable TaskId after, int limit, Instant now);

  /** Returns how many tasks there are. */
  TaskFigures figures(Instant now);

  /** How {@link #add} ends. */
  enum Added {
    STORED,
    /** The kind has a task of this key; nothing was stored. */
    KEY_IN_USE,
    /** The account is erased; nothing was stored. */
    ACCOUNT_ERASED
  }

  /** How the end of an attempt is stored. */
  enum Settled {
    STORED,
    /** The lease is over and another instance may have the task; nothing was stored. */
    LEASE_LOST
  }

  /** How {@link #retry} ends. */
  enum Retried {
    STORED,
    /** An instance is carrying the task out; nothing was stored. */
    RUNNING,
    /** There is no task of this id. */
    NO_SUCH_TASK
  }
}
