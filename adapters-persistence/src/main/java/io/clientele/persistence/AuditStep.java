package io.clientele.persistence;

import io.clientele.domain.audit.AuditChain.Step;
import io.clientele.domain.audit.AuditSpan;
import io.clientele.domain.audit.ChainWalk;
import io.clientele.domain.audit.Checkpoint;
import io.clientele.domain.audit.Head;
import io.clientele.domain.audit.Verification.Break;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One step of a verification of the whole chain, by the numbers of its blocks. */
final class AuditStep {
  private static final AuditSpan EVER = new AuditSpan(Instant.MIN, null);

  /** No row where there are no blocks. */
  private static final String TIMES =
      """
      SELECT min(first_at), max(last_at) + interval '1 microsecond'
      FROM audit_block
      WHERE number > ? AND number <= ?
      HAVING count(*) > 0
      """;

  private final Connection connection;
  private final Checkpoint from;
  private final ChainWalk walk;

  AuditStep(Connection connection, Checkpoint from) {
    this.connection = connection;
    this.from = from;
    this.walk = new ChainWalk(from.head(), EVER);
  }

  Step take(int blocks, Instant now, Collection<Head> known) throws SQLException {
    var pages = BlockPages.snapshot(connection);
    var begin = from.head().number();
    var newest = ChainHeads.newest(connection).number();
    var last = Math.min(begin + blocks, newest);
    var broken = ChainHeads.broken(connection, expected(known));
    if (broken.isEmpty()) {
      broken = pages.walk(walk, begin + 1, last, OffsetDateTime.MIN, OffsetDateTime.MAX);
    }
    if (broken.isEmpty()) {
      broken = unreadable(begin, last);
    }
    if (broken.isEmpty() && last == newest) {
      broken = outside();
    }
    var reached = from.next(walk.head(), walk.entries(), now, last == newest);
    return broken.map(fault -> new Step(from, fault)).orElseGet(() -> new Step(reached, null));
  }

  private List<Head> expected(Collection<Head> known) {
    var heads = new ArrayList<Head>(known);
    heads.add(from.head());
    return heads;
  }

  private Optional<Break> unreadable(long begin, long last) throws SQLException {
    var ofBlocks =
        Sql.list(
            connection,
            TIMES,
            row ->
                new AuditEntries(
                    connection,
                    row.getObject(1, OffsetDateTime.class),
                    row.getObject(2, OffsetDateTime.class)),
            begin,
            last);
    return ofBlocks.isEmpty() ? Optional.empty() : ofBlocks.getFirst().unreadable();
  }

  /** What the walk over the blocks does not see; the chain ends where the walk does. */
  private Optional<Break> outside() throws SQLException {
    var all = new AuditEntries(connection, OffsetDateTime.MIN, OffsetDateTime.MAX);
    var stray = all.stray(from.entries() + walk.entries() + all.unchained());
    return stray.isPresent() ? stray : Checkpoints.broken(connection);
  }
}
