package io.clientele.persistence.audit;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** The chain of audit in PostgreSQL. */
public final class JdbcAuditChain implements AuditChain {
  /** Lets one instance chain at a time; the others skip their turn. */
  private static final String HOLD =
      "SELECT pg_try_advisory_xact_lock(hashtext('clientele audit chain'))";

  private static final String PENDING =
      "SELECT "
          + AuditRow.ENTRY
          + ", pending.entry_at, pending.entry_id, pending.number FROM (SELECT number, entry_at,"
          + " entry_id FROM audit_pending ORDER BY number LIMIT ?) AS pending LEFT JOIN audit_entry"
          + " AS entry ON entry.at = pending.entry_at AND entry.id = pending.entry_id ORDER BY"
          + " pending.number";

  /** Asked first: most of the time nothing waits. */
  private static final String WAITS = "SELECT 1 FROM audit_pending LIMIT 1";

  private static final String CHAIN =
      """
      INSERT INTO audit_block (number, previous, hash, ids, times, hashes, first_at, last_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String DONE = "DELETE FROM audit_pending WHERE number = ANY (?)";

  private final Sql work;

  /** Walks over much: one at a time leaves connections for what else takes its time. */
  private final Semaphore verifying = new Semaphore(1);

  /** The chain in this database. */
  public JdbcAuditChain(Database database) {
    this.work = database.work();
  }

  @Override
  public int chain() {
    if (work.list(WAITS, row -> 1).isEmpty()) {
      return 0;
    }
    return work.transaction(
        connection -> {
          TransactionSettings.allowLongWork(connection);
          var isHeld = Sql.list(connection, HOLD, row -> row.getBoolean(1)).getFirst();
          return isHeld ? chain(connection) : 0;
        });
  }

  @Override
  public ChainHead head() {
    return work.run(ChainHeadRows::newest);
  }

  @Override
  public boolean holds(ChainHead head) {
    return work.run(connection -> ChainHeadRows.holds(connection, head));
  }

  @Override
  public VerificationResult verify(AuditTimeRange span, Collection<ChainHead> known) {
    if (!verifying.tryAcquire()) {
      throw new PortUnavailable("the audit", new TimeoutException("another verification runs"));
    }
    try {
      return work.transaction(connection -> new SpanVerification(connection, span).inspect(known));
    } finally {
      verifying.release();
    }
  }

  @Override
  public Step verifyAfter(
      VerificationCheckpoint from, int blocks, Instant now, Collection<ChainHead> known) {
    var step =
        work.transaction(
            connection -> new ChainVerificationStep(connection, from).take(blocks, now, known));
    if (step.broken() == null) {
      CheckpointRows.add(work, step.reached());
    }
    return step;
  }

  @Override
  public Optional<VerificationCheckpoint> checkpoint() {
    return CheckpointRows.newest(work);
  }

  @Override
  public Optional<VerificationCheckpoint> completed() {
    return CheckpointRows.completed(work);
  }

  private static int chain(Connection connection) throws SQLException {
    var links = new ArrayList<ChainBlock.Link>();
    var numbers = new ArrayList<Long>();
    Sql.each(
        connection,
        PENDING,
        row -> {
          links.add(link(row));
          numbers.add(row.getLong(11));
        },
        ChainBlock.ENTRIES_MAX);
    if (!links.isEmpty()) {
      var block = ChainBlock.after(ChainHeadRows.newest(connection), links);
      Sql.update(connection, CHAIN, AuditRow.values(connection, block).toArray());
      Sql.update(connection, DONE, connection.createArrayOf("bigint", numbers.toArray()));
    }
    return links.size();
  }

  private static ChainBlock.Link link(ResultSet row) throws SQLException {
    if (row.getObject(2) != null) {
      return AuditRow.entry(row).link();
    }
    return ChainBlock.Link.missing(
        new AuditEntryId(row.getObject(10, UUID.class)), Timestamps.instant(row, 9));
  }
}
