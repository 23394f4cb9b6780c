package io.clientele.domain.task;

import io.clientele.domain.kernel.DomainEvent;

/** Something that an administrator did with a task. */
public sealed interface TaskEvent extends DomainEvent {
  /** The task is to run again. */
  record Retried() implements TaskEvent {
    @Override
    public String action() {
      return "task.retried";
    }
  }
}
