package io.clientele.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.views.ViewsSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Tests rows of the ledger that its contract cannot see. */
class ViewLedgerRowsIT {
  private static final Shard SHARD = new Shard(3);
  private static final Instant SEALED = Instant.parse("2026-11-20T12:59:59.999Z");

  private final ViewsSample sample = new ViewsSample(2);
  private final Database database = postgres().emptied();
  private final JdbcViewLedger ledger = new JdbcViewLedger(database);
  private final WriterId writer = sample.writer();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Test
  void theHourOfAViewIsThatOfItsBatch() {
    var id = sample.subject();
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    ledger.apply(SHARD, batch(0, Map.of(id, 2L), SEALED));
    ledger.apply(SHARD, batch(1, Map.of(id, 3L), SEALED));
    ledger.apply(SHARD, batch(2, Map.of(id, 4L), SEALED.plusMillis(1)));
    assertThat(longs("SELECT views FROM view_hour ORDER BY hour")).containsExactly(5L, 4L);
    assertThat(longs("SELECT views FROM view_total")).containsExactly(9L);
  }

  @Test
  void aViewOutsideEveryPartitionIsStored() {
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    var applied =
        ledger.apply(
            SHARD, batch(0, Map.of(sample.subject(), 1L), Instant.parse("2031-01-01T00:00:00Z")));
    assertThat(applied.verdict()).isEqualTo(ApplyVerdict.OK);
    assertThat(longs("SELECT views FROM view_hour_elsewhen")).containsExactly(1L);
  }

  @Test
  void viewsAboveTheGreatestTotalAreInNoHour() {
    var full = sample.subject();
    var other = sample.subject();
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    ledger.apply(SHARD, batch(0, Map.of(full, Long.MAX_VALUE - 1), SEALED));
    var posting = ledger.apply(SHARD, batch(1, Map.of(full, 5L, other, 7L), SEALED));
    assertThat(posting.verdict()).isEqualTo(ApplyVerdict.OK);
    assertThat(posting.rejected()).isEqualTo(4);
    assertThat(longs("SELECT views FROM view_total ORDER BY views"))
        .containsExactly(7L, Long.MAX_VALUE);
    assertThat(longs("SELECT views FROM view_hour ORDER BY views"))
        .containsExactly(7L, Long.MAX_VALUE);
    assertThat(longs("SELECT rejected_views::bigint FROM view_shard WHERE shard = 3"))
        .containsExactly(4L);
    assertThat(ledger.apply(SHARD, batch(2, Map.of(full, 1L), SEALED)).rejected()).isEqualTo(1);
  }

  @Test
  void aBatchThatIsRefusedChangesNoRow() {
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    assertThat(ledger.apply(SHARD, batch(1, Map.of(sample.subject(), 1L), SEALED)).verdict())
        .isEqualTo(ApplyVerdict.GAP);
    assertThat(longs("SELECT count(*) FROM view_total")).containsExactly(0L);
  }

  @Test
  void aLockedShardIsBusyForAFlushAndAwaitedByADirectWriter() throws Exception {
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    var direct = sample.writer();
    ledger.register(direct, DeliveryPath.DIRECT, List.of(SHARD));
    var counts = ViewCounts.of(Map.of(sample.subject(), 1L));
    var isHeld = new CountDownLatch(1);
    var letGo = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var holder =
          threads.submit(
              () ->
                  database
                      .work()
                      .transaction(
                          connection -> {
                            new ShardPosting(connection, SHARD).hold();
                            isHeld.countDown();
                            return await(letGo);
                          }));
      isHeld.await();
      assertThat(ledger.apply(SHARD, batch(0, Map.of(sample.subject(), 1L), SEALED)).verdict())
          .isEqualTo(ApplyVerdict.BUSY);
      assertThatThrownBy(
              () ->
                  ledger.applyDirect(
                      SHARD, new ViewBatch(direct, 1, new Offset(1, 1), counts), SEALED, List.of()))
          .isInstanceOf(PortUnavailable.class);
      letGo.countDown();
      holder.get();
    }
    assertThat(
            ledger
                .applyDirect(
                    SHARD, new ViewBatch(direct, 1, new Offset(1, 1), counts), SEALED, List.of())
                .verdict())
        .isEqualTo(ApplyVerdict.OK);
  }

  @Test
  void aRepeatedSegmentIsQuarantinedOnce() {
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    var segment = batch(4, Map.of(sample.subject(), 6L), SEALED);
    ledger.quarantine(SHARD, List.of(segment), ApplyVerdict.GAP);
    ledger.quarantine(SHARD, List.of(batch(4, Map.of(), SEALED.plusSeconds(1))), ApplyVerdict.GAP);
    assertThat(longs("SELECT views[1] FROM view_quarantine")).containsExactly(6L);
    assertThat(longs("SELECT accepted_views FROM view_writer"))
        .containsExactly(segment.ranges().get(writer).to().views());
  }

  private SealedBatch batch(long from, Map<UUID, Long> counts, Instant sealedAt) {
    var span = new OffsetRange(new Offset(from, from * 10), new Offset(from + 1, (from + 1) * 10));
    return new SealedBatch(Map.of(writer, span), ViewCounts.of(counts), sealedAt);
  }

  private List<Long> longs(String sql) {
    return database.work().list(sql, row -> row.getLong(1));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
