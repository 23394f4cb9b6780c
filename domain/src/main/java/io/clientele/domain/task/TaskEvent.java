package io.clientele.domain.task;

import io.clientele.domain.kernel.DomainEvent;

/** An event of a task that an administrator caused. */
public sealed interface TaskEvent extends DomainEvent {
  /** A retry of the task was requested. */
  record Retried() implements TaskEvent {
    @Override
    public String action() {
      return "task.retried";
    }
  }
}
