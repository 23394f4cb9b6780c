package io.clientele.inmemory.task;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.Task.Status;
import io.clientele.domain.task.TaskEvent;
import io.clientele.domain.task.TaskFigures;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.TaskPage;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in memory, for tests and demos. */
public final class InMemoryTasks implements Tasks {
  private final OutageSwitch backing = new OutageSwitch("tasks");
  private final InMemoryChangeStore changes;
  private final Map<UUID, Stored> tasks = new TreeMap<>();
  private final Set<AccountId> erased = new HashSet<>();

  /** A task and its state. */
  private static final class Stored {
    private final NewTask task;
    private Instant runAt;
    private @Nullable Instant leasedUntil;
    private @Nullable String lastFault;
    private int attempt;
    private long epoch;
    private boolean isDead;

    Stored(NewTask task) {
      this.task = task;
      this.runAt = task.runAt();
    }

    boolean isLeased(Instant now) {
      return leasedUntil != null && leasedUntil.isAfter(now);
    }

    boolean isDue(Instant now) {
      return !isDead && !runAt.isAfter(now) && !isLeased(now);
    }

    Status status(Instant now) {
      return isDead ? Status.DEAD : isLeased(now) ? Status.RUNNING : Status.WAITING;
    }
  }

  /** No tasks; retries are appended to the audit of this store. */
  public InMemoryTasks(InMemoryChangeStore changes) {
    this.changes = changes;
    changes.addEraser((account, by) -> erase(account));
  }

  @Override
  public synchronized Added add(NewTask task) {
    backing.require();
    if (task.account() != null && erased.contains(task.account())) {
      return Added.ACCOUNT_ERASED;
    }
    if (tasks.values().stream().anyMatch(stored -> isSame(stored, task))) {
      return Added.KEY_IN_USE;
    }
    tasks.put(task.id().value(), new Stored(task));
    return Added.STORED;
  }

  @Override
  public synchronized List<ClaimedTask> claim(
      Set<String> kinds, int limit, Instant now, Instant until) {
    backing.require();
    return tasks.values().stream()
        .filter(stored -> kinds.contains(stored.task.kind()) && stored.isDue(now))
        .sorted(Comparator.comparing((Stored stored) -> stored.runAt))
        .limit(limit)
        .map(stored -> leased(stored, until))
        .toList();
  }

  @Override
  public synchronized Settled done(ClaimedTask task) {
    var stored = held(task);
    if (stored == null) {
      return Settled.LEASE_LOST;
    }
    tasks.remove(task.id().value());
    return Settled.STORED;
  }

  @Override
  public synchronized Settled failed(ClaimedTask task, String fault, Instant next) {
    var stored = held(task);
    if (stored == null) {
      return Settled.LEASE_LOST;
    }
    stored.leasedUntil = null;
    stored.runAt = next;
    stored.lastFault = fault;
    return Settled.STORED;
  }

  @Override
  public synchronized Settled bury(ClaimedTask task, String fault, Instant now) {
    var settled = failed(task, fault, now);
    if (settled == Settled.STORED) {
      tasks.values().stream()
          .filter(stored -> stored.task.id().equals(task.id()))
          .forEach(stored -> stored.isDead = true);
    }
    return settled;
  }

  @Override
  public synchronized Retried retry(TaskId id, Provenance by) {
    backing.require();
    var stored = tasks.get(id.value());
    if (stored == null) {
      return Retried.NO_SUCH_TASK;
    }
    if (stored.isLeased(by.at())) {
      return Retried.RUNNING;
    }
    stored.isDead = false;
    stored.runAt = by.at();
    stored.attempt = 0;
    changes.record(
        by, new TaskEvent.Retried(), ChangeSubject.of(stored.task.account(), id.subject()));
    return Retried.STORED;
  }

  @Override
  public synchronized TaskPage list(
      @Nullable Status status, @Nullable TaskId after, int limit, Instant now) {
    backing.require();
    var read =
        tasks.values().stream()
            .filter(stored -> status == null || stored.status(now) == status)
            .filter(stored -> after == null || isAfter(stored.task.id(), after))
            .limit(limit + 1L)
            .map(stored -> shown(stored, now))
            .toList();
    return TaskPage.of(read, limit);
  }

  @Override
  public synchronized TaskFigures figures(Instant now) {
    backing.require();
    var dead = tasks.values().stream().filter(stored -> stored.isDead).count();
    var oldest = due(now).map(stored -> stored.runAt).min(Comparator.naturalOrder());
    return new TaskFigures(
        tasks.size() - dead,
        dead,
        oldest.map(runAt -> Duration.between(runAt, now)).orElse(Duration.ZERO));
  }

  /** From now on every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; nothing was lost. */
  public void endOutage() {
    backing.endOutage();
  }

  private synchronized void erase(AccountId account) {
    erased.add(account);
    tasks.values().removeIf(stored -> account.equals(stored.task.account()));
  }

  private Stream<Stored> due(Instant now) {
    return tasks.values().stream().filter(stored -> stored.isDue(now));
  }

  private static boolean isSame(Stored stored, NewTask task) {
    return !stored.isDead
        && stored.task.kind().equals(task.kind())
        && stored.task.key().equals(task.key());
  }

  /** Ids of version 7 are positive, so both halves compare as signed numbers. */
  private static boolean isAfter(TaskId id, TaskId after) {
    return id.value().compareTo(after.value()) > 0;
  }

  private static ClaimedTask leased(Stored stored, Instant until) {
    stored.leasedUntil = until;
    stored.attempt++;
    stored.epoch++;
    var task = stored.task;
    return new ClaimedTask(
        task.id(),
        task.kind(),
        task.key(),
        task.account(),
        task.payload(),
        stored.attempt,
        stored.epoch,
        task.trace());
  }

  private @Nullable Stored held(ClaimedTask task) {
    backing.require();
    var stored = tasks.get(task.id().value());
    return stored == null || stored.isDead || stored.epoch != task.epoch() ? null : stored;
  }

  private static Task shown(Stored stored, Instant now) {
    var task = stored.task;
    return new Task(
        task.id(),
        task.kind(),
        task.account(),
        stored.status(now),
        stored.runAt,
        stored.attempt,
        stored.lastFault);
  }
}
