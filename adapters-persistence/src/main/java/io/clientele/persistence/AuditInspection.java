package io.clientele.persistence;

import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.Block;
import io.clientele.domain.audit.ChainWalk;
import io.clientele.domain.audit.EntryId;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.audit.Verification.Break;
import io.clientele.domain.audit.Verification.Fault;
import io.clientele.persistence.AuditRow.Stated;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One verification, on one snapshot of the database, so that entries that come meanwhile are no
 * matter. Reads a block, or a page of entries, at a time: its memory does not grow with the trail.
 */
final class AuditInspection {
  private static final long MINUTES_MAX = 2;
  private static final int PAGE = 5_000;

  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  /** Joins walk the index of one part: whatever the statistics say, that is never the wrong way. */
  private static final String TIME =
      """
      SELECT set_config('statement_timeout', '20s', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)
      """;

  private static final String FIRST =
      "SELECT coalesce(min(number), 0) FROM audit_block WHERE last_at >= ?";

  private static final String BLOCKS =
      "SELECT " + AuditRow.BLOCK + " FROM audit_block WHERE number >= ? ORDER BY number LIMIT 1";

  private static final String ENTRIES =
      "SELECT "
          + AuditRow.ENTRY
          + " FROM unnest(?::timestamptz[], ?::uuid[]) AS link (at, id) JOIN audit_entry AS entry"
          + " ON entry.at = link.at AND entry.id = link.id";

  private static final String COUNT = "SELECT count(*) FROM audit_entry WHERE at >= ? AND at < ?";

  /** Only what is pending and there: the absence of an entry is chained, too. */
  private static final String UNCHAINED =
      """
      SELECT count(*)
      FROM audit_pending
      WHERE entry_at >= ? AND entry_at < ?
        AND EXISTS (SELECT FROM audit_entry WHERE at = entry_at AND id = entry_id)
      """;

  /** The next page of entries, and whether each stands in a block or waits for one. */
  private static final String STRAYS =
      """
      WITH page AS MATERIALIZED (
        SELECT at, id FROM audit_entry WHERE (at, id) > (?, ?) AND at < ? ORDER BY at, id LIMIT ?
      ), around AS (
        SELECT min(at) AS first_at, max(at) AS last_at FROM page
      ), chained AS MATERIALIZED (
        SELECT unnest(ids) AS id
        FROM audit_block, around
        WHERE audit_block.last_at >= around.first_at AND audit_block.first_at <= around.last_at
        UNION ALL
        SELECT entry_id FROM audit_pending
      )
      SELECT at, id, id NOT IN (SELECT id FROM chained) AS is_stray FROM page ORDER BY at, id
      """;

  private final Connection connection;
  private final AuditSpan span;
  private final long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_MAX);

  AuditInspection(Connection connection, AuditSpan span) {
    this.connection = connection;
    this.span = span;
  }

  Verification inspect(Collection<Head> known) throws SQLException {
    Sql.update(connection, SNAPSHOT);
    Sql.list(connection, TIME, row -> "");
    var first = Sql.list(connection, FIRST, row -> row.getLong(1), from()).getFirst();
    var walk = new ChainWalk(before(first), span);
    var unchained = count(UNCHAINED);
    var broken = first == 0 ? Optional.<Break>empty() : walked(walk, first);
    if (broken.isEmpty() && count(COUNT) != walk.entries() + unchained) {
      broken = stray();
    }
    if (broken.isEmpty()) {
      broken = unknown(known);
    }
    return new Verification(walk.entries(), unchained, broken.orElse(null));
  }

  /** The head that the first block of the span must go on from. */
  private Head before(long first) throws SQLException {
    var block = first > 1 ? block(first - 1) : null;
    return block != null && block.block().number() == first - 1
        ? new Head(first - 1, block.stated())
        : Head.NONE;
  }

  private Optional<Break> walked(ChainWalk walk, long first) throws SQLException {
    var at = walk.head().equals(Head.NONE) ? 1 : first;
    for (var next = block(at); next != null; next = block(next.block().number() + 1)) {
      var broken = walk.step(next.block(), next.stated(), found(walk.wanted(next.block())));
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private @Nullable Stated block(long number) throws SQLException {
    requireTime();
    var found = Sql.list(connection, BLOCKS, AuditRow::block, number);
    return found.isEmpty() ? null : found.getFirst();
  }

  private Map<EntryId, Hash> found(List<Block.Link> wanted) throws SQLException {
    var found = new HashMap<EntryId, Hash>();
    if (!wanted.isEmpty()) {
      Sql.list(
              connection,
              ENTRIES,
              AuditRow::entry,
              AuditRow.times(connection, wanted),
              AuditRow.ids(connection, wanted))
          .forEach(entry -> found.put(entry.id(), entry.hash()));
    }
    return found;
  }

  /** There are entries that no block and nothing pending knows: which is the first? */
  private Optional<Break> stray() throws SQLException {
    record Seen(OffsetDateTime at, UUID id, boolean isStray) {}
    var at = from();
    var id = SubjectKeys.NOBODY;
    while (true) {
      requireTime();
      var page =
          Sql.list(
              connection,
              STRAYS,
              row ->
                  new Seen(
                      row.getObject(1, OffsetDateTime.class),
                      row.getObject(2, UUID.class),
                      row.getBoolean(3)),
              at,
              id,
              to(),
              PAGE);
      for (var seen : page) {
        if (seen.isStray()) {
          var stray = new EntryId(seen.id());
          return Optional.of(new Break(Fault.ENTRY_INSERTED, null, stray, seen.at().toInstant()));
        }
      }
      if (page.isEmpty()) {
        return Optional.empty();
      }
      at = page.getLast().at();
      id = page.getLast().id();
    }
  }

  private Optional<Break> unknown(Collection<Head> known) throws SQLException {
    for (var head : known) {
      if (!JdbcAuditChain.holds(connection, head)) {
        var standing = block(head.number());
        return Optional.of(ChainWalk.broken(head, standing == null ? null : standing.block()));
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
