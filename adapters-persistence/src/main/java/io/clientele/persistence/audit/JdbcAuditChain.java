package io.clientele.persistence.audit;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** The chain of audit in PostgreSQL. */
public final class JdbcAuditChain implements AuditChain {
  /** Lets one instance chain at a time; the others skip their turn. */
  private static final String HOLD =
      "SELECT pg_try_advisory_xact_lock(hashtext('clientele audit chain'))";

  private static final String CHAIN =
      """
      INSERT INTO audit_block (number, previous, hash, ids, times, hashes, first_at, last_at, seen)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::pg_snapshot)
      """;

  private final Sql work;
  private final PendingEntries pending = new PendingEntries(System::nanoTime);

  /** Walks over much: one at a time leaves connections for what else takes its time. */
  private final Semaphore verifying = new Semaphore(1);

  private final RecordTables tables;

  /** The chain in this database, of audit entries only. */
  public JdbcAuditChain(Database database) {
    this(database, Set.of());
  }

  /** The chain in this database, of audit entries and of these records. */
  public JdbcAuditChain(Database database, Collection<ChainedRecords> records) {
    this.work = database.work();
    this.tables = new RecordTables(records);
  }

  @Override
  public Extension chain() {
    if (!pending.isWaiting(work)) {
      return Extension.of(0);
    }
    return work.transaction(
        connection -> {
          TransactionSettings.allowLongWork(connection);
          TransactionSettings.readInIndexOrder(connection);
          var isHeld = Sql.list(connection, HOLD, row -> row.getBoolean(1)).getFirst();
          return isHeld ? Extension.of(chain(connection)) : Extension.BUSY;
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
      return work.transaction(
          connection -> new SpanVerification(connection, tables, span).inspect(known));
    } finally {
      verifying.release();
    }
  }

  @Override
  public Step verifyAfter(
      VerificationCheckpoint from, int blocks, Instant now, Collection<ChainHead> known) {
    var step =
        work.transaction(
            connection ->
                new ChainVerificationStep(connection, tables, from).take(blocks, now, known));
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

  private int chain(Connection connection) throws SQLException {
    var batch = pending.take(connection);
    var links = batch.links();
    if (!links.isEmpty()) {
      var block = ChainBlock.after(ChainHeadRows.newest(connection), links);
      var values = AuditRow.values(connection, block);
      values.add(batch.seen());
      Sql.update(connection, CHAIN, values.toArray());
      pending.remove(connection, batch);
    }
    return links.size();
  }
}
