package io.clientele.persistence;

import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.ChainWalk;
import io.clientele.domain.audit.EntryId;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.audit.Verification.Break;
import io.clientele.domain.audit.Verification.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One verification on one snapshot of the database, so that entries that arrive meanwhile do not
 * matter. Reads pages of blocks with their entries, and keeps one block in memory.
 */
final class AuditInspection {
  private static final long MINUTES_MAX = 10;
  private static final int PAGE_BLOCKS = 500;
  private static final int FETCH_ROWS = 2_000;

  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  /** Nested loops read each entry by its key; with old statistics other joins read whole parts. */
  private static final String LOOPS =
      """
      SELECT set_config('statement_timeout', '60s', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)
      """;

  private static final String ANY_JOIN = "SELECT set_config('enable_hashjoin', 'on', true)";

  private static final String BOUNDS =
      """
      SELECT coalesce((SELECT min(number) FROM audit_block WHERE last_at >= ?), 0),
        coalesce((SELECT max(number) FROM audit_block WHERE first_at < ?), 0)
      """;

  private static final String HEAD = "SELECT number, hash FROM audit_block WHERE number = ?";

  private static final String STANDING =
      "SELECT " + AuditRow.BLOCK + " FROM audit_block WHERE number = ?";

  private static final String BLOCKS =
      "SELECT "
          + BlockRows.COLUMNS
          + """
           FROM audit_block AS block
          CROSS JOIN LATERAL unnest(block.ids, block.times, block.hashes)
            WITH ORDINALITY AS link (id, at, hash, place)
          LEFT JOIN audit_entry AS entry
            ON entry.at = link.at AND entry.id = link.id AND link.at >= ? AND link.at < ?
          WHERE block.number >= ? AND block.number < ?
          ORDER BY block.number, link.place
          """;

  private static final String COUNT = "SELECT count(*) FROM audit_entry WHERE at >= ? AND at < ?";

  /** Only what is pending and there: the absence of an entry is chained, too. */
  private static final String UNCHAINED =
      """
      SELECT count(*)
      FROM audit_pending
      WHERE entry_at >= ? AND entry_at < ?
        AND EXISTS (SELECT FROM audit_entry WHERE at = entry_at AND id = entry_id)
      """;

  /** The first entry that stands in no block and waits for none. */
  private static final String STRAY =
      """
      WITH chained AS (
        SELECT unnest(ids) AS id FROM audit_block WHERE last_at >= ? AND first_at < ?
        UNION ALL
        SELECT entry_id FROM audit_pending
      )
      SELECT entry.at, entry.id
      FROM audit_entry AS entry
      WHERE entry.at >= ? AND entry.at < ?
        AND NOT EXISTS (SELECT FROM chained WHERE chained.id = entry.id)
      ORDER BY entry.at, entry.id
      LIMIT 1
      """;

  /** The first entry that nobody can read any more, though its account was not erased. */
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
  private final AuditSpan span;
  private final long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_MAX);

  AuditInspection(Connection connection, AuditSpan span) {
    this.connection = connection;
    this.span = span;
  }

  /** The numbers of the first and the last block that may hold entries of the span. */
  private record Bounds(long first, long last) {}

  Verification inspect(Collection<Head> known) throws SQLException {
    Sql.update(connection, SNAPSHOT);
    Sql.list(connection, LOOPS, row -> "");
    var bounds =
        Sql.list(
                connection, BOUNDS, row -> new Bounds(row.getLong(1), row.getLong(2)), from(), to())
            .getFirst();
    var walk = new ChainWalk(before(bounds.first()), span);
    var unchained = count(UNCHAINED);
    var broken = bounds.first() == 0 ? Optional.<Break>empty() : walked(walk, bounds);
    Sql.list(connection, ANY_JOIN, row -> "");
    if (broken.isEmpty() && count(COUNT) != walk.entries() + unchained) {
      broken = first(STRAY, Fault.ENTRY_INSERTED, from(), to(), from(), to());
    }
    if (broken.isEmpty()) {
      broken = first(UNREADABLE, Fault.KEY_DESTROYED, SubjectKeys.NOBODY, from(), to());
    }
    if (broken.isEmpty()) {
      broken = unknown(known);
    }
    return new Verification(walk.entries(), unchained, broken.orElse(null));
  }

  /** The head that the first block of the span must go on from. */
  private Head before(long first) throws SQLException {
    var head =
        first > 1
            ? Sql.list(
                connection,
                HEAD,
                row -> new Head(row.getLong(1), Hash.of(row.getBytes(2))),
                first - 1)
            : List.<Head>of();
    return head.isEmpty() ? Head.NONE : head.getFirst();
  }

  private Optional<Break> walked(ChainWalk walk, Bounds bounds) throws SQLException {
    var blocks = new BlockRows(walk);
    var from = walk.head().equals(Head.NONE) ? 1 : bounds.first();
    try (var statement = connection.prepareStatement(BLOCKS)) {
      statement.setFetchSize(FETCH_ROWS);
      for (; from <= bounds.last() && blocks.broken().isEmpty(); from += PAGE_BLOCKS) {
        requireTime();
        var end = Math.min(from + PAGE_BLOCKS, bounds.last() + 1);
        Sql.each(statement, BLOCKS, blocks::take, from(), to(), from, end);
      }
    }
    return blocks.end(bounds.last());
  }

  private Optional<Break> first(String sql, Fault fault, @Nullable Object... binds)
      throws SQLException {
    requireTime();
    return Sql.list(
            connection,
            sql,
            row ->
                new Break(
                    fault,
                    null,
                    new EntryId(row.getObject(2, UUID.class)),
                    AccountRow.instant(row, 1)),
            binds)
        .stream()
        .findFirst();
  }

  private Optional<Break> unknown(Collection<Head> known) throws SQLException {
    for (var head : known) {
      if (!JdbcAuditChain.holds(connection, head)) {
        var standing = Sql.list(connection, STANDING, AuditRow::block, head.number());
        return Optional.of(
            ChainWalk.broken(head, standing.isEmpty() ? null : standing.getFirst().block()));
      }
    }
    return Optional.empty();
  }

  private long count(String sql) throws SQLException {
    return Sql.list(connection, sql, row -> row.getLong(1), from(), to()).getFirst();
  }

  private OffsetDateTime from() {
    return AccountRow.timestamp(span.from());
  }

  private OffsetDateTime to() {
    return span.to() == null
        ? OffsetDateTime.MAX
        : AccountRow.timestamp(Objects.requireNonNull(span.to()));
  }

  private void requireTime() throws SQLException {
    if (System.nanoTime() - deadline > 0) {
      throw new SQLTimeoutException("the span is too long to be verified in time");
    }
  }
}
