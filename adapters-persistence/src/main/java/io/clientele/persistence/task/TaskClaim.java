package io.clientele.persistence.task;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.TaskId;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Leases tasks that are due, and opens their payloads. One claim at a time; an instance finds the
 * tasks of all instances.
 */
final class TaskClaim {
  /** Other instances may have leased or ended some of them meanwhile. */
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT id
        FROM task
        WHERE id = ANY (?) AND run_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
        FOR UPDATE SKIP LOCKED
      )
      UPDATE task
      SET leased_until = ?, epoch = task.epoch + 1, attempt = task.attempt + 1
      FROM due
      WHERE task.id = due.id
      RETURNING task.id, task.kind, task.key, task.account_id, task.sealed, task.attempt, task.epoch, task.trace
      """;

  private final SubjectKeys keys;
  private final TaskFinder finder = new TaskFinder();

  TaskClaim(SubjectKeys keys) {
    this.keys = keys;
  }

  /** A leased row; its payload is sealed. */
  private record Row(
      UUID id,
      String kind,
      String key,
      @Nullable UUID account,
      ByteBuffer sealed,
      int attempt,
      long epoch,
      @Nullable String trace) {
    UUID subject() {
      return account == null ? SubjectKeys.NO_ACCOUNT : account;
    }
  }

  /** Which tasks are asked for, and until when they are leased. */
  record Request(Set<String> kinds, int limit, Instant now, Instant until) {}

  /** In one transaction. After a failure nothing that was found before counts. */
  synchronized List<ClaimedTask> claim(Sql work, Request request) {
    try {
      return work.transaction(connection -> claim(connection, request));
    } catch (PortUnavailable unavailable) {
      finder.reset();
      throw unavailable;
    }
  }

  /** A task ended, so its lease will not. */
  synchronized void forget(TaskId task) {
    finder.remove(task.value());
  }

  private List<ClaimedTask> claim(Connection connection, Request request) throws SQLException {
    finder.look(connection, request.kinds(), request.now());
    var rows = new ArrayList<Row>();
    while (rows.size() < request.limit()) {
      var due = finder.take(request.now(), request.limit() - rows.size());
      if (due.isEmpty()) {
        break;
      }
      rows.addAll(leased(connection, due, request));
    }
    rows.forEach(row -> finder.add(row.id(), request.until()));
    return rows.isEmpty() ? List.of() : opened(connection, rows);
  }

  private static List<Row> leased(Connection connection, List<UUID> due, Request request)
      throws SQLException {
    return Sql.list(
        connection,
        CLAIM,
        TaskClaim::row,
        Sql.uuids(connection, due),
        Timestamps.of(request.now()),
        Timestamps.of(request.now()),
        Timestamps.of(request.until()));
  }

  private List<ClaimedTask> opened(Connection connection, List<Row> rows) throws SQLException {
    var subjects = rows.stream().map(Row::subject).collect(Collectors.toSet());
    var found = keys.of(connection, subjects);
    return rows.stream().flatMap(row -> opened(row, found).stream()).toList();
  }

  /** Empty if the account is erased: its eraser removes the row. */
  private static Optional<ClaimedTask> opened(Row row, Map<UUID, Optional<SecretKey>> keys) {
    return Objects.requireNonNull(keys.get(row.subject())).map(key -> opened(row, key));
  }

  private static ClaimedTask opened(Row row, SecretKey key) {
    var payload =
        AesGcm.opened(key, row.id(), row.sealed().array())
            .orElseThrow(() -> new IllegalStateException("task " + row.id() + " is not as stored"));
    return new ClaimedTask(
        new TaskId(row.id()),
        row.kind(),
        row.key(),
        row.account() == null ? null : new AccountId(row.account()),
        new String(payload, StandardCharsets.UTF_8),
        row.attempt(),
        row.epoch(),
        row.trace());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, UUID.class),
        ByteBuffer.wrap(row.getBytes(5)),
        row.getInt(6),
        row.getLong(7),
        row.getString(8));
  }
}
