package io.clientele.application.task;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.TaskPage;
import io.clientele.domain.task.TaskPermission;
import io.clientele.domain.task.Tasks;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists tasks and dead letters. */
public final class ListTasks {
  private final Tasks tasks;
  private final InstantSource clock;

  /** Lists these tasks. */
  public ListTasks(Tasks tasks, InstantSource clock) {
    this.tasks = Objects.requireNonNull(tasks, "tasks");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Returns a page of tasks.
   *
   * @param status selects; null for all
   * @param after the end of the page before; null for the first page
   */
  public Access<TaskPage> list(
      Actor actor, Task.@Nullable Status status, @Nullable TaskId after, int limit) {
    return Access.when(
        actor.may(TaskPermission.VIEW_TASKS),
        () -> tasks.list(status, after, limit, clock.instant()));
  }
}
