package io.clientele.persistence.task;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskEvent;
import io.clientele.domain.task.TaskFigures;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.TaskPage;
import io.clientele.domain.task.Tasks;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks in PostgreSQL. */
public final class JdbcTasks implements Tasks {
  private static final String DONE = "DELETE FROM task WHERE id = ? AND epoch = ?";

  private static final String FAILED =
      "UPDATE task SET run_at = ?, leased_until = NULL, last_fault = ?, xid = pg_current_xact_id()"
          + " WHERE id = ? AND epoch = ?";

  private static final String BURY =
      """
      WITH buried AS (
        DELETE FROM task
        WHERE id = ? AND epoch = ?
        RETURNING id, kind, key, account_id, sealed, attempt, trace
      )
      INSERT INTO task_dead_letter (id, kind, key, account_id, sealed, attempts, trace, died_at, last_fault)
      SELECT id, kind, key, account_id, sealed, attempt, trace, ?, ? FROM buried
      """;

  /** A newer task of the same key does the same work: then the letter is removed only. */
  private static final String REVIVE =
      """
      WITH letter AS (
        DELETE FROM task_dead_letter
        WHERE id = ?
        RETURNING id, kind, key, account_id, sealed, trace, last_fault
      ), revived AS (
        INSERT INTO task (id, kind, key, account_id, run_at, sealed, trace, last_fault)
        SELECT id, kind, key, account_id, ?, sealed, trace, last_fault FROM letter
        ON CONFLICT (kind, key) DO NOTHING
      )
      SELECT account_id FROM letter
      """;

  private static final String HASTEN =
      """
      UPDATE task
      SET run_at = ?, attempt = 0, xid = pg_current_xact_id()
      WHERE id = ? AND (leased_until IS NULL OR leased_until <= ?)
      RETURNING account_id
      """;

  private static final String IS_THERE = "SELECT 1 FROM task WHERE id = ?";

  private final Sql requests;
  private final Sql work;
  private final ChangeStore changes;
  private final TaskWriter writer;
  private final TaskClaim claim;

  /** Tasks in this database; retries are appended to the audit by these changes. */
  public JdbcTasks(Database database, ChangeStore changes) {
    this.requests = database.requests();
    this.work = database.work();
    this.changes = changes;
    this.writer = new TaskWriter(changes.subjectKeys());
    this.claim = new TaskClaim(changes.subjectKeys());
  }

  @Override
  public Added add(NewTask task) {
    return requests.transactionIf(Added.STORED::equals, connection -> writer.add(connection, task));
  }

  @Override
  public List<ClaimedTask> claim(Set<String> kinds, int limit, Instant now, Instant until) {
    return claim.claim(work, new TaskClaim.Request(kinds, limit, now, until));
  }

  @Override
  public Settled done(ClaimedTask task) {
    claim.forget(task.id());
    return settled(work.update(DONE, task.id().value(), task.epoch()));
  }

  @Override
  public Settled failed(ClaimedTask task, String fault, Instant next) {
    return settled(
        work.update(FAILED, Timestamps.of(next), fault, task.id().value(), task.epoch()));
  }

  @Override
  public Settled bury(ClaimedTask task, String fault, Instant now) {
    return settled(work.update(BURY, task.id().value(), task.epoch(), Timestamps.of(now), fault));
  }

  @Override
  public Retried retry(TaskId id, Provenance by) {
    return changes.recordIf(
        requests, Retried.STORED::equals, transaction -> retry(transaction, id, by));
  }

  @Override
  public TaskPage list(
      Task.@Nullable Status status, @Nullable TaskId after, int limit, Instant now) {
    return TaskList.page(requests, status, after, limit, now);
  }

  @Override
  public TaskFigures figures(Instant now) {
    return TaskList.figures(work, now);
  }

  private static Retried retry(ChangeTransaction transaction, TaskId id, Provenance by)
      throws SQLException {
    var connection = transaction.connection();
    var at = Timestamps.of(by.at());
    var due = Sql.list(connection, REVIVE, JdbcTasks::account, id.value(), at);
    if (due.isEmpty()) {
      due = Sql.list(connection, HASTEN, JdbcTasks::account, at, id.value(), at);
    }
    if (due.isEmpty()) {
      var isThere = !Sql.list(connection, IS_THERE, row -> true, id.value()).isEmpty();
      return isThere ? Retried.RUNNING : Retried.NO_SUCH_TASK;
    }
    var account = due.getFirst().orElse(null);
    transaction.append(by, new TaskEvent.Retried(), ChangeSubject.of(account, id.subject()));
    return Retried.STORED;
  }

  private static Optional<AccountId> account(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject(1, UUID.class)).map(AccountId::new);
  }

  private static Settled settled(int rows) {
    return rows == 1 ? Settled.STORED : Settled.LEASE_LOST;
  }
}
