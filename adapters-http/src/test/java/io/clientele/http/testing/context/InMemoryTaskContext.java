package io.clientele.http.testing.context;

import io.clientele.application.task.ListTasks;
import io.clientele.application.task.RetryTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.task.TaskRoutes;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.task.InMemoryTasks;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The tasks of a service in memory. Nothing runs them. */
public final class InMemoryTaskContext implements InMemoryContext {
  private final InMemoryTasks tasks = new InMemoryTasks(new InMemoryChangeStore());
  private final InMemoryParts parts;

  InMemoryTaskContext(InMemoryParts parts) {
    this.parts = parts;
  }

  InMemoryTasks tasks() {
    return tasks;
  }

  /** Stores a dead letter, and returns its id. */
  public String buryTask() {
    var now = Instant.parse("2026-11-20T12:00:00Z");
    var id = TaskId.of(now, new Random(1));
    tasks.add(new NewTask(id, "tour", "1", null, now, "", null));
    var claimed = tasks.claim(Set.of("tour"), 1, now, now);
    tasks.bury(claimed.getFirst(), "Refused", now);
    return id.toString();
  }

  @Override
  public List<RouteGroup> routes() {
    var clock = parts.clock();
    return List.of(new TaskRoutes(new ListTasks(tasks, clock), new RetryTask(tasks, clock)));
  }

  @Override
  public void startOutage() {
    tasks.startOutage();
  }

  @Override
  public void endOutage() {
    tasks.endOutage();
  }
}
