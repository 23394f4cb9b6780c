package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored entries of a time, and what a verification finds in them without reading each. */
final class AuditEntryRange {
  /** Stands in a statement for the table of all entries. */
  private static final String ALL = ":all";

  private static final String COUNT = "SELECT count(*) FROM :all AS entry WHERE at >= ? AND at < ?";

  /**
   * Entries that are pending and exist: the absence of an entry is chained, too. The range stands
   * in the inner query, too, because the planner moves no condition of a join into a union's part.
   */
  private static final String UNCHAINED =
      """
      SELECT count(*)
      FROM (
        SELECT entry_at, entry_id FROM audit_pending
        UNION ALL
        SELECT entry_at, entry_id FROM audit_pending_2
        UNION ALL
        SELECT unnest(times), unnest(ids) FROM audit_pending_batch
      ) AS pending
      WHERE entry_at >= ? AND entry_at < ?
        AND EXISTS (
          SELECT FROM :all AS entry WHERE at = entry_at AND id = entry_id AND at >= ? AND at < ?)
      """;

  /** Prevents a nested loop over all entries, which the limit of one row makes look cheap. */
  private static final String NO_LOOPS = "SELECT set_config('enable_nestloop', 'off', true)";

  private static final String LOOPS = "SELECT set_config('enable_nestloop', 'on', true)";

  /** The first entry that is in no block and not pending. */
  private static final String STRAY =
      """
      WITH chained AS (
        SELECT unnest(ids) AS id FROM audit_block WHERE last_at >= ? AND first_at < ?
        UNION ALL
        SELECT entry_id FROM audit_pending
        UNION ALL
        SELECT entry_id FROM audit_pending_2
        UNION ALL
        SELECT unnest(ids) FROM audit_pending_batch
      )
      SELECT entry.at, entry.id
      FROM :all AS entry
      WHERE entry.at >= ? AND entry.at < ?
        AND NOT EXISTS (SELECT FROM chained WHERE chained.id = entry.id)
      ORDER BY entry.at, entry.id
      LIMIT 1
      """;

  /** The first entry whose key is gone although its account was not erased. */
  private static final String UNREADABLE =
      """
      SELECT entry.at, entry.id
      FROM audit_entry AS entry
      LEFT JOIN subject_key ON subject_key.account_id = coalesce(entry.account_id, ?)
      WHERE entry.at >= ? AND entry.at < ? AND entry.sealed IS NOT NULL AND subject_key.wrapped IS NULL
        AND NOT EXISTS (
          SELECT FROM audit_entry AS erased
          WHERE erased.account_id = entry.account_id AND erased.action = 'account.erased')
      ORDER BY entry.at, entry.id
      LIMIT 1
      """;

  private final Connection connection;
  private final RecordTables tables;
  private final OffsetDateTime from;
  private final OffsetDateTime to;

  /** The entries since one instant and before another. */
  AuditEntryRange(
      Connection connection, RecordTables tables, OffsetDateTime from, OffsetDateTime to) {
    this.connection = connection;
    this.tables = tables;
    this.from = from;
    this.to = to;
  }

  /** The number of entries that no block holds yet. */
  long unchained() throws SQLException {
    return count(UNCHAINED, from, to, from, to);
  }

  /** The first entry outside the chain, if there are not as many as these. */
  Optional<Break> stray(long expected) throws SQLException {
    if (count(COUNT, from, to) == expected) {
      return Optional.empty();
    }
    Sql.list(connection, NO_LOOPS, row -> "");
    var stray = first(STRAY.replace(ALL, tables.all()), Fault.ENTRY_INSERTED, from, to, from, to);
    Sql.list(connection, LOOPS, row -> "");
    return stray;
  }

  /** The first entry whose key is gone without an erasure. */
  Optional<Break> unreadable() throws SQLException {
    return first(UNREADABLE, Fault.KEY_DESTROYED, SubjectKeys.NO_ACCOUNT, from, to);
  }

  private Optional<Break> first(String sql, Fault fault, @Nullable Object... binds)
      throws SQLException {
    return Sql.list(
            connection,
            sql,
            row ->
                new Break(
                    fault,
                    null,
                    new AuditEntryId(row.getObject(2, UUID.class)),
                    Timestamps.instant(row, 1)),
            binds)
        .stream()
        .findFirst();
  }

  private long count(String sql, @Nullable Object... binds) throws SQLException {
    return Sql.list(connection, sql.replace(ALL, tables.all()), row -> row.getLong(1), binds)
        .getFirst();
  }
}
