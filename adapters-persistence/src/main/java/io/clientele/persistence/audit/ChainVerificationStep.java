package io.clientele.persistence.audit;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.AuditChain.Step;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainVerifier;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One step of a verification of the whole chain, by the numbers of its blocks. */
final class ChainVerificationStep {
  private static final AuditTimeRange EVER = new AuditTimeRange(Instant.MIN, null);

  /** No row where there are no blocks. */
  private static final String TIMES =
      """
      SELECT min(first_at), max(last_at) + interval '1 microsecond'
      FROM audit_block
      WHERE number > ? AND number <= ?
      HAVING count(*) > 0
      """;

  private final Connection connection;
  private final RecordTables tables;
  private final VerificationCheckpoint from;
  private final ChainVerifier walk;

  ChainVerificationStep(Connection connection, RecordTables tables, VerificationCheckpoint from) {
    this.connection = connection;
    this.tables = tables;
    this.from = from;
    this.walk = new ChainVerifier(from.head(), EVER);
  }

  Step take(int blocks, Instant now, Collection<ChainHead> known) throws SQLException {
    var pages = BlockPageReader.snapshot(connection, tables);
    var begin = from.head().number();
    var newest = ChainHeadRows.newest(connection).number();
    var last = Math.min(begin + blocks, newest);
    var broken = ChainHeadRows.broken(connection, expected(known));
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

  private List<ChainHead> expected(Collection<ChainHead> known) {
    var heads = new ArrayList<ChainHead>(known);
    heads.add(from.head());
    return heads;
  }

  private Optional<Break> unreadable(long begin, long last) throws SQLException {
    var ofBlocks =
        Sql.list(
            connection,
            TIMES,
            row ->
                new AuditEntryRange(
                    connection,
                    tables,
                    row.getObject(1, OffsetDateTime.class),
                    row.getObject(2, OffsetDateTime.class)),
            begin,
            last);
    return ofBlocks.isEmpty() ? Optional.empty() : ofBlocks.getFirst().unreadable();
  }

  /** The faults that the verifier of blocks cannot see, at the end of the chain. */
  private Optional<Break> outside() throws SQLException {
    var all = new AuditEntryRange(connection, tables, OffsetDateTime.MIN, OffsetDateTime.MAX);
    var stray = all.stray(from.entries() + walk.entries() + all.unchained());
    return stray.isPresent() ? stray : CheckpointRows.broken(connection);
  }
}
