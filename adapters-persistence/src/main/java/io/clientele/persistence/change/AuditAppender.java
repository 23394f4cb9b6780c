package io.clientele.persistence.change;

import io.clientele.domain.kernel.AccountId;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Appends audit entries and published events in the transaction of the change. Takes no lock: the
 * entries are noted as pending, and chained after the commit.
 */
final class AuditAppender {
  private static final String APPEND =
      """
      WITH entry AS MATERIALIZED (
        SELECT *
        FROM unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::bytea[],
          ?::bytea[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::text[]) WITH ORDINALITY
          AS entry (at, id, actor, action, account_id, subject, request_id, sealed, digest, event_kind, event_subject,
            version, changed, state, trace, position)
      ), appended AS (
        INSERT INTO audit_entry (at, id, actor, action, account_id, subject, request_id, sealed, digest)
        SELECT at, id, actor, action, account_id, subject, request_id, sealed, digest
        FROM entry
        ORDER BY position
      ), published AS (
        INSERT INTO event (at, id, type, subject_kind, subject, version, account_id, changed, sealed, trace)
        SELECT at, id, action, event_kind, event_subject, version, account_id, string_to_array(changed, ','), state,
          trace
        FROM entry
        WHERE version IS NOT NULL
      )
      INSERT INTO audit_pending_2 (entry_at, entry_id) SELECT at, id FROM entry ORDER BY position
      """;

  private static final Map<UUID, Optional<SecretKey>> NO_KEYS = Map.of();

  private final SubjectKeys keys;

  AuditAppender(SubjectKeys keys) {
    this.keys = keys;
  }

  /** Appends entries in their order, in a number of statements that does not grow with them. */
  void append(Connection connection, List<ChangeEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    var rows = rows(connection, entries);
    Sql.update(
        connection,
        APPEND,
        array(connection, "timestamptz", rows, row -> Timestamps.of(row.entry().act().at())),
        array(connection, "uuid", rows, row -> row.id().value()),
        array(connection, "text", rows, row -> row.entry().act().actor()),
        array(connection, "text", rows, row -> row.entry().action()),
        array(connection, "uuid", rows, row -> uuid(row.entry().account())),
        array(connection, "text", rows, row -> row.entry().subject()),
        array(connection, "text", rows, row -> row.entry().act().cause().requestId()),
        bytes(connection, rows, EntryRow::sealed),
        bytes(connection, rows, EntryRow::digest),
        array(connection, "text", rows, EntryRow::eventKind),
        array(connection, "text", rows, EntryRow::eventSubject),
        array(connection, "bigint", rows, EntryRow::version),
        array(connection, "text", rows, EntryRow::changed),
        bytes(connection, rows, EntryRow::state),
        array(connection, "text", rows, EntryRow::trace));
  }

  private List<EntryRow> rows(Connection connection, List<ChangeEntry> entries)
      throws SQLException {
    var subjects = new HashSet<UUID>();
    entries.forEach(entry -> subjects.addAll(EntryRow.keySubjects(entry)));
    var found = subjects.isEmpty() ? NO_KEYS : keys.of(connection, subjects);
    return entries.stream().map(entry -> EntryRow.of(entry, found)).toList();
  }

  private static @Nullable UUID uuid(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }

  private static Array bytes(
      Connection connection, List<EntryRow> rows, Function<EntryRow, byte @Nullable []> value)
      throws SQLException {
    return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
  }

  private static Array array(
      Connection connection,
      String type,
      List<EntryRow> rows,
      Function<EntryRow, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
