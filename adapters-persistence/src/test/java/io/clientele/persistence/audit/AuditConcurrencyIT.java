package io.clientele.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditConcurrencyIT {
  private static final int WRITERS = 8;
  private static final int ENTRIES = 10_000;

  private final Database database = TestPostgres.V18.emptied();
  private final JdbcAuditTrail trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);

  @Test
  void concurrentEntriesAreChainedOnceInAStableOrder() throws Exception {
    var written = new CountDownLatch(WRITERS);
    var runs = new ArrayList<Future<?>>();
    var first = List.<UUID>of();
    try (var threads = Executors.newCachedThreadPool()) {
      IntStream.range(0, WRITERS).forEach(i -> runs.add(threads.submit(writer(i, written))));
      IntStream.range(0, 2).forEach(i -> runs.add(threads.submit(chainer(written))));
      while (first.isEmpty()) {
        Thread.onSpinWait();
        first = order();
      }
      for (var run : runs) {
        run.get();
      }
    }
    var order = order();
    assertThat(order)
        .hasSize(ENTRIES)
        .doesNotHaveDuplicates()
        .startsWith(first.toArray(UUID[]::new));
    assertThat(
            new JdbcAuditChain(database)
                .verify(new AuditTimeRange(Sample.BEGINNING, null), List.of()))
        .isEqualTo(new VerificationResult(ENTRIES, 0, null));
  }

  private Callable<?> writer(int number, CountDownLatch written) {
    return () -> {
      var sample = new Sample(number);
      for (var i = 0; i < ENTRIES / WRITERS; i++) {
        trail.append(new AuditEntry(sample.act(), "account.opened", null, "s", List.of()));
      }
      written.countDown();
      return null;
    };
  }

  /** Creates a chain object on the same tables, as each instance of the service has one. */
  private Callable<?> chainer(CountDownLatch written) {
    var chain = new JdbcAuditChain(database);
    return () -> {
      while (written.getCount() > 0 || isPending()) {
        chain.chain();
      }
      return null;
    };
  }

  private boolean isPending() {
    return !database.work().list("SELECT 1 FROM audit_pending_2 LIMIT 1", row -> 1).isEmpty();
  }

  private List<UUID> order() {
    return database
        .work()
        .list(
            "SELECT id FROM audit_block, unnest(ids) WITH ORDINALITY AS link (id, place) ORDER BY"
                + " number, place",
            row -> row.getObject(1, UUID.class));
  }
}
