package io.clientele.persistence.change;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.crypto.AesGcm;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the trail of audit in the transaction of what is done. No lock is taken: entries are
 * noted as pending, and chained a moment later.
 */
final class AuditAppender {
  private static final String APPEND =
      """
      WITH appended AS (
        INSERT INTO audit_entry (at, id, actor, action, account_id, subject, request_id, sealed)
        SELECT at, id, actor, action, account_id, subject, request_id, sealed
        FROM unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::bytea[])
          WITH ORDINALITY
          AS entry (at, id, actor, action, account_id, subject, request_id, sealed, position)
        ORDER BY position
        RETURNING at, id
      )
      INSERT INTO audit_pending (entry_at, entry_id) SELECT at, id FROM appended
      """;

  private static final Map<UUID, Optional<SecretKey>> NO_KEYS = Map.of();

  private final SubjectKeys keys;

  AuditAppender(SubjectKeys keys) {
    this.keys = keys;
  }

  /** Appends entries in their order, in a number of statements that does not grow with them. */
  void append(Connection connection, List<AuditEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    var rows = rows(connection, entries);
    Sql.update(
        connection,
        APPEND,
        array(connection, "timestamptz", rows, row -> Timestamps.of(row.entry.act().at())),
        array(connection, "uuid", rows, row -> row.id.value()),
        array(connection, "text", rows, row -> row.entry.act().actor()),
        array(connection, "text", rows, row -> row.entry.action()),
        array(connection, "uuid", rows, row -> accountOf(row.entry)),
        array(connection, "text", rows, row -> row.entry.subject()),
        array(connection, "text", rows, row -> row.entry.act().cause().requestId()),
        connection.createArrayOf("bytea", rows.stream().map(Row::sealed).toArray(byte[][]::new)));
  }

  private List<Row> rows(Connection connection, List<AuditEntry> entries) throws SQLException {
    var subjects = new HashSet<UUID>();
    for (var entry : entries) {
      if (!secret(entry).equals(AuditPayload.NONE)) {
        subjects.add(SubjectKeys.subject(entry.account()));
      }
    }
    var found = subjects.isEmpty() ? NO_KEYS : keys.of(connection, subjects);
    return entries.stream().map(entry -> row(entry, found)).toList();
  }

  /** Nothing is sealed if there is no secret, or if the subject's key was destroyed. */
  private static Row row(AuditEntry entry, Map<UUID, Optional<SecretKey>> keys) {
    var id = AuditEntryId.of(entry.act().at(), ThreadLocalRandom.current());
    var secret = secret(entry);
    var key =
        secret.equals(AuditPayload.NONE)
            ? Optional.<SecretKey>empty()
            : keys.getOrDefault(SubjectKeys.subject(entry.account()), Optional.empty());
    return new Row(
        entry, id, key.map(known -> AesGcm.sealed(known, id.value(), secret.bytes())).orElse(null));
  }

  private static AuditPayload secret(AuditEntry entry) {
    return new AuditPayload(entry.changes(), entry.act().cause().reason());
  }

  private static @Nullable UUID accountOf(AuditEntry entry) {
    var account = entry.account();
    return account == null ? null : account.value();
  }

  private static Array array(
      Connection connection, String type, List<Row> rows, Function<Row, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }

  /** An entry as it is stored. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(AuditEntry entry, AuditEntryId id, byte @Nullable [] sealed) {}
}
