package io.clientele.testkit.task;

import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskFigures;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.TaskPage;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.testkit.kernel.PortFault;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks with one fault each. */
final class BrokenTasks {
  private BrokenTasks() {}

  static Stream<PortFault<InMemoryTasks, Tasks>> all() {
    return Stream.of(
        new PortFault<>(
            "a lease that holds nothing",
            "aTaskIsClaimedOnceWhenItIsDueAndIsGoneWhenItIsDone",
            inner ->
                new Changed(inner) {
                  @Override
                  public List<ClaimedTask> claim(
                      Set<String> kinds, int limit, Instant now, Instant until) {
                    return inner.claim(kinds, limit, now, now);
                  }
                }),
        new PortFault<>(
            "unknown kinds are claimed, too",
            "tasksOfUnknownKindsAreLeftAlone",
            inner ->
                new Changed(inner) {
                  @Override
                  public List<ClaimedTask> claim(
                      Set<String> kinds, int limit, Instant now, Instant until) {
                    var all = new HashSet<>(kinds);
                    all.add("future");
                    return inner.claim(all, limit, now, until);
                  }
                }),
        new PortFault<>(
            "a former owner ends the task",
            "afterItsLeaseATaskIsClaimedAgainAndItsFormerOwnerStoresNothing",
            inner ->
                new Changed(inner) {
                  @Override
                  public Settled done(ClaimedTask task) {
                    inner.done(task);
                    return Settled.STORED;
                  }
                }),
        new PortFault<>(
            "a dead letter waits for its next attempt",
            "aDeadLetterRunsAgainOnlyByARetry",
            inner ->
                new Changed(inner) {
                  @Override
                  public Settled bury(ClaimedTask task, String fault, Instant now) {
                    return inner.failed(task, fault, now);
                  }
                }));
  }

  /** Passes every call on. */
  private static class Changed implements Tasks {
    private final InMemoryTasks inner;

    Changed(InMemoryTasks inner) {
      this.inner = inner;
    }

    @Override
    public Added add(NewTask task) {
      return inner.add(task);
    }

    @Override
    public List<ClaimedTask> claim(Set<String> kinds, int limit, Instant now, Instant until) {
      return inner.claim(kinds, limit, now, until);
    }

    @Override
    public Settled done(ClaimedTask task) {
      return inner.done(task);
    }

    @Override
    public Settled failed(ClaimedTask task, String fault, Instant next) {
      return inner.failed(task, fault, next);
    }

    @Override
    public Settled bury(ClaimedTask task, String fault, Instant now) {
      return inner.bury(task, fault, now);
    }

    @Override
    public Retried retry(TaskId id, Provenance by) {
      return inner.retry(id, by);
    }

    @Override
    public TaskPage list(
        Task.@Nullable Status status, @Nullable TaskId after, int limit, Instant now) {
      return inner.list(status, after, limit, now);
    }

    @Override
    public TaskFigures figures(Instant now) {
      return inner.figures(now);
    }
  }
}
