package io.clientele.domain.task;

/**
 * Carries out the tasks of one kind. Implementations are safe for use by many threads. A task may
 * be carried out more than once: after a crash, or when a lease ends before the work does.
 */
public interface TaskHandler {
  /** Returns the kind of the tasks. */
  String kind();

  /** Carries a task out. Throws to have it tried again later. */
  void handle(ClaimedTask task);
}
