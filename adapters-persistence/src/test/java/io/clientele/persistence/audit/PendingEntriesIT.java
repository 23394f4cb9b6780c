package io.clientele.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PendingEntriesIT {
  private final Database database = TestPostgres.V18.emptied();
  private final JdbcAuditTrail trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);
  private final JdbcAuditChain chain = new JdbcAuditChain(database);
  private final Sample sample = new Sample(1);

  @Test
  void anEntryWithALowerNumberThatCommitsLastIsChained() throws SQLException {
    try (var late = connection()) {
      late.setAutoCommit(false);
      enqueue(late);
      append(3);
      assertThat(chain.chain().entries()).isEqualTo(3);
      append(2);
      assertThat(chain.chain().entries()).isEqualTo(2);
      late.commit();
    }
    assertThat(chain.chain().entries()).isEqualTo(1);
    assertThat(pending()).isZero();
  }

  @Test
  void aLateCommitDuringAnUnfinishedScanIsChained() throws SQLException {
    append(1);
    chain.chain();
    try (var late = connection()) {
      late.setAutoCommit(false);
      enqueue(late);
      append(ChainBlock.ENTRIES_MAX + 5);
      assertThat(chain.chain().entries()).isEqualTo(ChainBlock.ENTRIES_MAX);
      late.commit();
    }
    assertThat(chain.chain().entries()).isEqualTo(5);
    assertThat(chain.chain().entries()).isEqualTo(1);
    assertThat(pending()).isZero();
  }

  @Test
  void anotherInstanceContinuesAnUnfinishedScan() {
    append(ChainBlock.ENTRIES_MAX + 5);
    assertThat(chain.chain().entries()).isEqualTo(ChainBlock.ENTRIES_MAX);
    assertThat(new JdbcAuditChain(database).chain().entries()).isEqualTo(5);
  }

  /** Deleted rows stay while the snapshot is held; a read of the queue must skip them. */
  @Test
  void aScanReadsNoDeletedRowsUnderAHeldSnapshot() throws SQLException {
    try (var held = connection()) {
      held.setAutoCommit(false);
      held.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Sql.list(held, "SELECT 1", row -> 1);
      for (var i = 0; i < 20; i++) {
        enqueue(database, 500);
        assertThat(chain.chain().entries()).isEqualTo(500);
      }
      enqueue(database, 3);
      var plan = String.join("\n", explain());
      assertThat(plan)
          .contains("rows=3")
          .doesNotContain("Rows Removed", "Seq Scan on audit_pending_2");
      assertThat(heapRows(plan)).isLessThan(50);
    }
    assertThat(chain.chain().entries()).isEqualTo(3);
  }

  /** On another server the ids of transactions start again, below those of the snapshot. */
  @Test
  void aRestoredQueueIsChainedByTheFirstScanOfAnInstance() {
    append(1);
    chain.chain();
    TestPostgres.tamper(database, "UPDATE audit_block SET seen = '9000000000:9000000000:'");
    append(2);
    assertThat(chain.chain().entries()).as("no look sees them").isZero();
    assertThat(new JdbcAuditChain(database).chain().entries()).isEqualTo(2);
    append(1);
    assertThat(chain.chain().entries()).as("the snapshot is of this server").isEqualTo(1);
  }

  @Test
  void entriesOfAnOlderVersionAreChainedInTheirFormat() {
    append(2);
    chain.chain();
    var old =
        new EncryptedAuditEntry(
            AuditEntryId.of(sample.act().at(), new Random(1)),
            sample.act().at(),
            "operator:1",
            "account.amended",
            null,
            null,
            "r",
            null,
            null);
    database
        .work()
        .update(
            "INSERT INTO audit_entry (at, id, actor, action, request_id) VALUES (?, ?, ?, ?, ?)",
            old.at().atOffset(ZoneOffset.UTC),
            old.id().value(),
            "operator:1",
            "account.amended",
            "r");
    database
        .work()
        .update(
            "INSERT INTO audit_pending (entry_at, entry_id) VALUES (?, ?)",
            old.at().atOffset(ZoneOffset.UTC),
            old.id().value());
    append(2);
    assertThat(chain.chain().entries()).isEqualTo(3);
    var all = chain.verify(new AuditTimeRange(Instant.EPOCH, null), List.of());
    assertThat(all).isEqualTo(new VerificationResult(5, 0, null));
  }

  private void append(int count) {
    for (var i = 0; i < count; i++) {
      trail.append(
          new AuditEntry(sample.act(), "account.opened", (AccountId) null, "s", List.of()));
    }
  }

  private static void enqueue(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO audit_pending_2 (entry_at, entry_id) VALUES (now(), gen_random_uuid())");
  }

  private static void enqueue(Database database, int count) {
    database
        .work()
        .update(
            "INSERT INTO audit_pending_2 (entry_at, entry_id)"
                + " SELECT now(), gen_random_uuid() FROM generate_series(1, ?)",
            count);
  }

  private List<String> explain() {
    var seen =
        database
            .work()
            .list(
                "SELECT seen::text FROM audit_block ORDER BY number DESC LIMIT 1",
                row -> row.getString(1))
            .getFirst();
    return database
        .work()
        .list(
            "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT number FROM audit_pending_2"
                + " WHERE xid >= pg_snapshot_xmax(?::pg_snapshot)",
            row -> row.getString(1),
            seen);
  }

  /** The pages that the look touched: 10,000 deleted rows fill far more. */
  private static int heapRows(String plan) {
    var hits = Pattern.compile("shared hit=(\\d+)").matcher(plan);
    return hits.find() ? Integer.parseInt(hits.group(1)) : 0;
  }

  private long pending() {
    return database
        .work()
        .list("SELECT count(*) FROM audit_pending_2", row -> row.getLong(1))
        .getFirst();
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(database.login().url());
  }
}
