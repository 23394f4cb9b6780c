package io.clientele.application.task;

import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.TaskBackoff;
import io.clientele.domain.task.TaskHandler;
import io.clientele.domain.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Carries out the tasks that are due, one after the other. Any number of instances may run this at
 * the same time. To be run several times a minute, on one thread.
 */
public final class RunTasks {
  private static final int CLAIMED_MAX = 8;
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** A task is not begun when less of its lease is left. */
  private static final Duration LEFT_MIN = Duration.ofMinutes(1);

  private final Tasks tasks;
  private final Map<String, TaskHandler> handlers;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Listener listener;

  /** Receives the result of each attempt. */
  @FunctionalInterface
  public interface Listener {
    /** An attempt at a task of this kind has ended. */
    void ended(String kind, Ending ending);
  }

  /** The result of an attempt. */
  public enum Ending {
    DONE,
    FAILED,
    DEAD
  }

  /**
   * Carries out tasks by these handlers.
   *
   * @throws IllegalArgumentException if two handlers have one kind
   */
  public RunTasks(
      Tasks tasks,
      Collection<TaskHandler> handlers,
      InstantSource clock,
      RandomGenerator random,
      Listener listener) {
    Objects.requireNonNull(handlers, "handlers");
    this.tasks = Objects.requireNonNull(tasks, "tasks");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.handlers = byKind(handlers);
  }

  /** Carries out all tasks that are due. */
  public void run() {
    var claimed = CLAIMED_MAX;
    while (claimed == CLAIMED_MAX && !handlers.isEmpty()) {
      var now = clock.instant();
      var until = now.plus(LEASE);
      var batch = tasks.claim(handlers.keySet(), CLAIMED_MAX, now, until);
      batch.forEach(task -> run(task, until));
      claimed = batch.size();
    }
  }

  private void run(ClaimedTask task, Instant until) {
    if (clock.instant().plus(LEFT_MIN).isAfter(until)) {
      return; // It is claimed again when the lease is over.
    }
    var handler = Objects.requireNonNull(handlers.get(task.kind()), "only these are claimed");
    try {
      handler.handle(task);
    } catch (RuntimeException failure) {
      listener.ended(task.kind(), failed(task, failure.getClass().getSimpleName()));
      return;
    }
    tasks.done(task);
    listener.ended(task.kind(), Ending.DONE);
  }

  private Ending failed(ClaimedTask task, String fault) {
    var now = clock.instant();
    var next = TaskBackoff.next(task.attempt(), now, random);
    if (next.isPresent()) {
      tasks.failed(task, fault, next.get());
      return Ending.FAILED;
    }
    tasks.bury(task, fault, now);
    return Ending.DEAD;
  }

  private static Map<String, TaskHandler> byKind(Collection<TaskHandler> handlers) {
    try {
      return handlers.stream()
          .collect(Collectors.toUnmodifiableMap(TaskHandler::kind, Function.identity()));
    } catch (IllegalStateException two) {
      throw new IllegalArgumentException("two handlers have one kind", two);
    }
  }
}
