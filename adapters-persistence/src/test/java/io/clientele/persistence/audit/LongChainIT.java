package io.clientele.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Tests the verification of a long chain of small blocks, as one entry every two seconds makes it.
 */
class LongChainIT {
  private static final int PROMISED = 1_000_000;

  private static final int BLOCKS =
      Integer.getInteger(
          "clientele.audit.blocks", Boolean.getBoolean("clientele.long") ? PROMISED : 20_000);

  private static final int LOADED_AT_ONCE = 10_000;
  private static final Instant BEGINNING = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration APART = Duration.ofSeconds(2);

  private final Database database = TestPostgres.V18.emptied();
  private final JdbcAuditChain chain = new JdbcAuditChain(database);
  private final Random random = new Random(1);

  @Test
  void aLongChainIsVerifiedInPagesAndItsFaultIsFound() {
    var heads = load();
    var last = heads.getLast();
    var whole = new AuditTimeRange(BEGINNING, null);
    measure(
        () ->
            assertThat(chain.verify(whole, List.of(last)))
                .isEqualTo(new VerificationResult(BLOCKS, 0, null)));

    var half = new AuditTimeRange(BEGINNING, at(BLOCKS / 2));
    TestPostgres.tamper(
        database,
        "UPDATE audit_entry SET actor = 'x' WHERE at = '" + at(BLOCKS - 7) + "'",
        "UPDATE audit_block SET hash = sha256(hash) WHERE number = " + (BLOCKS - 2));
    assertThat(chain.verify(half, List.of(last)))
        .isEqualTo(new VerificationResult(BLOCKS / 2, 0, null));
    var broken = chain.verify(whole, List.of(last)).broken();
    assertThat(broken.fault()).isEqualTo(Fault.ENTRY_CHANGED);
    assertThat(broken.block()).isEqualTo(BLOCKS - 6);

    TestPostgres.tamper(
        database,
        "INSERT INTO audit_entry (at, id, actor, action, request_id)"
            + " VALUES ('%s', gen_random_uuid(), 'x', 'x', '')".formatted(at(3).plusMillis(1)));
    assertThat(chain.verify(half, List.of()).broken().fault()).isEqualTo(Fault.ENTRY_INSERTED);
  }

  /** A million blocks are promised in 30 s. A shorter chain is verified on a busy machine too. */
  private void measure(Runnable verification) {
    var ownCpu = cpuMillis(Stream.of(ProcessHandle.current()));
    var serverCpu = cpuMillis(servers());
    var began = System.nanoTime();
    verification.run();
    var millis = (System.nanoTime() - began) / 1_000_000;
    var thousands = BLOCKS / 1_000.0;
    System.out.printf(
        "Verification of %d blocks: %d ms; CPU per 1,000 blocks: %.1f ms here, %.1f ms in"
            + " PostgreSQL%n",
        BLOCKS,
        millis,
        (cpuMillis(Stream.of(ProcessHandle.current())) - ownCpu) / thousands,
        (cpuMillis(servers()) - serverCpu) / thousands);
    if (BLOCKS == PROMISED) {
      assertThat(millis).isLessThanOrEqualTo(30_000);
    }
  }

  private Stream<ProcessHandle> servers() {
    return database.work().list("SELECT pid FROM pg_stat_activity", row -> row.getLong(1)).stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream());
  }

  private static long cpuMillis(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToLong(Duration::toMillis)
        .sum();
  }

  private List<ChainHead> load() {
    var head = ChainHead.NONE;
    for (var from = 0; from < BLOCKS; from += LOADED_AT_ONCE) {
      head = load(from, Math.min(BLOCKS, from + LOADED_AT_ONCE), head);
    }
    database.work().update("ANALYZE audit_entry");
    database.work().update("ANALYZE audit_block");
    return List.of(head);
  }

  private ChainHead load(int from, int to, ChainHead before) {
    var entries = new StringBuilder();
    var blocks = new StringBuilder();
    var head = before;
    for (var i = from; i < to; i++) {
      var entry =
          new EncryptedAuditEntry(
              AuditEntryId.of(at(i), random),
              at(i),
              "operator:1",
              "test",
              null,
              null,
              "r" + i,
              null,
              null);
      var links = new ArrayList<>(List.of(entry.link()));
      var block = ChainBlock.after(head, links);
      head = block.head();
      entries.append(
          "%s\t%s\t%s\t%s\t%s%n".formatted(at(i), entry.id(), "operator:1", "test", "r" + i));
      blocks.append(
          "%d\t%s\t%s\t{%s}\t{\"%s\"}\t{\"%s\"}\t%s\t%s%n"
              .formatted(
                  block.number(),
                  bytea(block.previous()),
                  bytea(head.hash()),
                  entry.id(),
                  at(i),
                  "\\\\" + bytea(entry.hash()),
                  at(i),
                  at(i)));
    }
    copy("COPY audit_entry (at, id, actor, action, request_id) FROM STDIN", entries);
    copy(
        "COPY audit_block (number, previous, hash, ids, times, hashes, first_at, last_at) FROM"
            + " STDIN",
        blocks);
    return head;
  }

  private void copy(String sql, StringBuilder rows) {
    database
        .work()
        .run(
            connection -> {
              var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
              var copying = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
              copying.writeToCopy(bytes, 0, bytes.length);
              return copying.endCopy();
            });
  }

  private static Instant at(int entry) {
    return BEGINNING.plus(APART.multipliedBy(entry));
  }

  /** As COPY reads it: a backslash is written twice. */
  private static String bytea(Sha256Hash hash) {
    return "\\\\x" + HexFormat.of().formatHex(hash.bytes());
  }
}
