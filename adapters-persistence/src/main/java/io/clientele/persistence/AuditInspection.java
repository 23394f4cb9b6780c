package io.clientele.persistence;

import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.ChainWalk;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification;
import io.clientele.domain.audit.Verification.Break;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** One verification of a span of time. */
final class AuditInspection {
  private static final String BOUNDS =
      """
      SELECT coalesce((SELECT min(number) FROM audit_block WHERE last_at >= ?), 0),
        coalesce((SELECT max(number) FROM audit_block WHERE first_at < ?), 0)
      """;

  private final Connection connection;
  private final AuditSpan span;

  AuditInspection(Connection connection, AuditSpan span) {
    this.connection = connection;
    this.span = span;
  }

  /** The numbers of the first and the last block that may hold entries of the span. */
  private record Bounds(long first, long last) {}

  Verification inspect(Collection<Head> known) throws SQLException {
    var pages = BlockPages.snapshot(connection);
    var entries = new AuditEntries(connection, from(), to());
    var bounds =
        Sql.list(
                connection, BOUNDS, row -> new Bounds(row.getLong(1), row.getLong(2)), from(), to())
            .getFirst();
    var walk = new ChainWalk(ChainHeads.at(connection, bounds.first() - 1), span);
    var unchained = entries.unchained();
    var broken = bounds.first() == 0 ? Optional.<Break>empty() : walked(pages, walk, bounds);
    if (broken.isEmpty()) {
      broken = entries.stray(walk.entries() + unchained);
    }
    if (broken.isEmpty()) {
      broken = entries.unreadable();
    }
    if (broken.isEmpty()) {
      broken = ChainHeads.broken(connection, known);
    }
    if (broken.isEmpty()) {
      broken = Checkpoints.broken(connection);
    }
    return new Verification(walk.entries(), unchained, broken.orElse(null));
  }

  private Optional<Break> walked(BlockPages pages, ChainWalk walk, Bounds bounds)
      throws SQLException {
    var first = walk.head().equals(Head.NONE) ? 1 : bounds.first();
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
