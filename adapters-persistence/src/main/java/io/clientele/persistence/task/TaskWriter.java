package io.clientele.persistence.task;

import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Tasks.Added;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Adds tasks in the transaction of a change, so that the task is there exactly if the change is.
 * Safe for use by many threads.
 */
public final class TaskWriter {
  private static final String ADD =
      """
      INSERT INTO task (id, kind, key, account_id, run_at, sealed, trace) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (kind, key) DO NOTHING
      """;

  private final SubjectKeys keys;

  /** Encrypts payloads under these keys. */
  public TaskWriter(SubjectKeys keys) {
    this.keys = keys;
  }

  /** Adds a task in the transaction of this connection. */
  public Added add(Connection connection, NewTask task) throws SQLException {
    var key = keys.of(connection, task.account());
    if (key.isEmpty()) {
      return Added.ACCOUNT_ERASED;
    }
    var id = task.id().value();
    var account = task.account();
    var added =
        Sql.update(
            connection,
            ADD,
            id,
            task.kind(),
            task.key(),
            account == null ? null : account.value(),
            Timestamps.of(task.runAt()),
            AesGcm.sealed(key.get(), id, task.payload().getBytes(StandardCharsets.UTF_8)),
            task.trace());
    return added == 1 ? Added.STORED : Added.KEY_IN_USE;
  }
}
