package io.clientele.persistence.audit;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainVerifier;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Verifies a time range of the chain. */
final class SpanVerification {
  private static final String BOUNDS =
      """
      SELECT coalesce((SELECT min(number) FROM audit_block WHERE last_at >= ?), 0),
        coalesce((SELECT max(number) FROM audit_block WHERE first_at < ?), 0)
      """;

  private final Connection connection;
  private final RecordTables tables;
  private final AuditTimeRange span;

  SpanVerification(Connection connection, RecordTables tables, AuditTimeRange span) {
    this.connection = connection;
    this.tables = tables;
    this.span = span;
  }

  /** The numbers of the first and the last block that may have entries of the range. */
  private record Bounds(long first, long last) {}

  VerificationResult inspect(Collection<ChainHead> known) throws SQLException {
    var pages = BlockPageReader.snapshot(connection, tables);
    var entries = new AuditEntryRange(connection, tables, from(), to());
    var bounds =
        Sql.list(
                connection, BOUNDS, row -> new Bounds(row.getLong(1), row.getLong(2)), from(), to())
            .getFirst();
    var walk = new ChainVerifier(ChainHeadRows.at(connection, bounds.first() - 1), span);
    var unchained = entries.unchained();
    var broken = bounds.first() == 0 ? Optional.<Break>empty() : walked(pages, walk, bounds);
    if (broken.isEmpty()) {
      broken = entries.stray(walk.entries() + unchained);
    }
    if (broken.isEmpty()) {
      broken = entries.unreadable();
    }
    if (broken.isEmpty()) {
      broken = ChainHeadRows.broken(connection, known);
    }
    if (broken.isEmpty()) {
      broken = CheckpointRows.broken(connection);
    }
    return new VerificationResult(walk.entries(), unchained, broken.orElse(null));
  }

  private Optional<Break> walked(BlockPageReader pages, ChainVerifier walk, Bounds bounds)
      throws SQLException {
    var first = walk.head().equals(ChainHead.NONE) ? 1 : bounds.first();
    return pages.walk(walk, first, bounds.last(), from(), to());
  }

  private OffsetDateTime from() {
    return Timestamps.of(span.from());
  }

  private OffsetDateTime to() {
    return span.to() == null
        ? OffsetDateTime.MAX
        : Timestamps.of(Objects.requireNonNull(span.to()));
  }
}
