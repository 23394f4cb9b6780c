package io.clientele.persistence.task;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.Task.Status;
import io.clientele.domain.task.TaskFigures;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.TaskPage;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tasks and dead letters for people. */
final class TaskList {
  private static final String LIST =
      """
      SELECT id, kind, account_id, status, at, attempts, last_fault
      FROM (
        (SELECT id, kind, account_id, CASE WHEN leased_until > ? THEN 'RUNNING' ELSE 'WAITING' END AS status,
           run_at AS at, attempt AS attempts, last_fault
         FROM task
         WHERE id > ? AND (?::text IS NULL OR ?::text = CASE WHEN leased_until > ? THEN 'RUNNING' ELSE 'WAITING' END)
         ORDER BY id
         LIMIT ?)
        UNION ALL
        (SELECT id, kind, account_id, 'DEAD', died_at, attempts, last_fault
         FROM task_dead_letter
         WHERE id > ? AND (?::text IS NULL OR ?::text = 'DEAD')
         ORDER BY id
         LIMIT ?)
      ) AS listed
      ORDER BY id
      LIMIT ?
      """;

  private static final String FIGURES =
      """
      SELECT (SELECT count(*) FROM task), (SELECT count(*) FROM task_dead_letter),
        (SELECT min(run_at) FROM task WHERE run_at <= ? AND (leased_until IS NULL OR leased_until <= ?))
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private TaskList() {}

  static TaskPage page(
      Sql sql, @Nullable Status status, @Nullable TaskId after, int limit, Instant now) {
    var name = status == null ? null : status.name();
    var from = after == null ? BEFORE_ALL : after.value();
    var at = Timestamps.of(now);
    var read = limit + 1;
    var rows =
        sql.list(
            LIST, TaskList::task, at, from, name, name, at, read, from, name, name, read, read);
    return TaskPage.of(rows, limit);
  }

  static TaskFigures figures(Sql sql, Instant now) {
    var at = Timestamps.of(now);
    return sql.list(FIGURES, row -> figures(row, now), at, at).getFirst();
  }

  private static TaskFigures figures(ResultSet row, Instant now) throws SQLException {
    var isDue = row.getObject(3) != null;
    var oldest = isDue ? Duration.between(Timestamps.instant(row, 3), now) : Duration.ZERO;
    return new TaskFigures(row.getLong(1), row.getLong(2), oldest);
  }

  private static Task task(ResultSet row) throws SQLException {
    var account = row.getObject(3, UUID.class);
    return new Task(
        new TaskId(row.getObject(1, UUID.class)),
        row.getString(2),
        account == null ? null : new AccountId(account),
        Status.valueOf(row.getString(4)),
        Timestamps.instant(row, 5),
        row.getInt(6),
        row.getString(7));
  }
}
