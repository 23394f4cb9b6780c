package io.clientele.application.task;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.TaskPermission;
import io.clientele.domain.task.Tasks;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has a task or a dead letter carried out again, now. */
public final class RetryTask {
  private final Tasks tasks;
  private final InstantSource clock;

  /** Retries these tasks. */
  public RetryTask(Tasks tasks, InstantSource clock) {
    this.tasks = Objects.requireNonNull(tasks, "tasks");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** The task is due now, or it is being carried out. */
    record Accepted() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.accepted(this);
      }
    }

    /** The actor may not retry tasks. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no task of this id. */
    record NoSuchTask() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchTask(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R accepted(Accepted accepted);

      R denied(Denied denied);

      R noSuchTask(NoSuchTask noSuchTask);
    }
  }

  /** Makes the task due now and counts its attempts anew, unless it is being carried out. */
  public Outcome retry(Actor actor, TaskId id) {
    if (!actor.may(TaskPermission.RETRY_TASKS)) {
      return new Outcome.Denied();
    }
    return tasks.retry(id, actor.acts(clock.instant())) == Tasks.Retried.NO_SUCH_TASK
        ? new Outcome.NoSuchTask()
        : new Outcome.Accepted();
  }
}
