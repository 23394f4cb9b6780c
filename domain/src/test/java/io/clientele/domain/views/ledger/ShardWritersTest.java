package io.clientele.domain.views.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of the ledger in memory, which is made of these rules, tests them all. */
class ShardWritersTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Shard SHARD = new Shard(0);
  private static final WriterId ONE = new WriterId(new UUID(0, 1));
  private static final WriterId OTHER = new WriterId(new UUID(0, 2));
  private static final DeliveryPath DIRECT = DeliveryPath.DIRECT;

  private static ViewBatch batch(WriterId writer, long from, long seq, long views) {
    var counts = ViewCounts.of(Map.of(new UUID(9, 9), views));
    return new ViewBatch(writer, from, new Offset(seq, seq * views), counts);
  }

  private final ShardWriters registered = ShardWriters.NONE.register(ONE, DIRECT, NOW);

  @Test
  void aDirectBatchIsJudgedByItsNumbers() {
    var applied = registered.apply(batch(ONE, 1, 1, 5).sealedAt(NOW), NOW).applied(DIRECT);
    assertThat(batch(ONE, 2, 2, 5).against(applied)).isEqualTo(ApplyVerdict.OK);
    assertThat(batch(ONE, 1, 1, 5).against(applied)).isEqualTo(ApplyVerdict.DUPLICATE);
    assertThat(batch(ONE, 1, 2, 5).against(applied)).isEqualTo(ApplyVerdict.CONFLICT);
    assertThat(batch(ONE, 3, 3, 5).against(applied)).isEqualTo(ApplyVerdict.GAP);
    assertThat(batch(OTHER, 1, 1, 5).against(applied)).isEqualTo(ApplyVerdict.UNKNOWN);
  }

  @Test
  void theRangeOfABatchStartsWhereTheOneBeforeEnds() {
    assertThat(batch(ONE, 2, 2, 5).range())
        .isEqualTo(new OffsetRange(new Offset(1, 5), new Offset(2, 10)));
  }

  @Test
  void aStoreWritesTheRowsThatDifferOnly() {
    var both = registered.register(OTHER, DIRECT, NOW);
    var added = both.apply(batch(OTHER, 1, 1, 7).sealedAt(NOW), NOW);
    var changes = added.changesSince(both);
    assertThat(changes.stored())
        .isEqualTo(Map.of(OTHER, new StoredWriter(DIRECT, new Offset(1, 7), 0, 0, NOW)));
    assertThat(changes.deleted()).isEmpty();
    assertThat(changes.buried()).isEmpty();
    assertThat(changes.restored()).isEmpty();
    assertThat(both.changesSince(both).stored()).isEmpty();
  }

  @Test
  void aRemovedRowIsDeletedAndBuriedAndARestoredOneIsNot() {
    var added = registered.apply(batch(ONE, 1, 1, 7).sealedAt(NOW), NOW);
    var removed = added.remove(ONE, new Offset(1, 7), NOW);
    assertThat(removed.goneViews()).isEqualTo(7);
    assertThat(removed.changesSince(added).deleted()).containsExactly(ONE);
    assertThat(removed.changesSince(added).buried()).containsOnlyKeys(ONE);
    var restored = removed.apply(batch(ONE, 2, 2, 7).sealedAt(NOW), NOW.plusSeconds(1));
    assertThat(restored.changesSince(removed).stored()).containsOnlyKeys(ONE);
    assertThat(restored.changesSince(removed).restored()).containsExactly(ONE);
    assertThat(restored.goneViews()).isZero();
  }

  @Test
  void aRetiredNameLeavesATombstoneThatNoDirectBatchPasses() {
    var counted = new WriterCounts(SHARD, ONE, 20, 3);
    var kept = Map.of(ONE, new OffsetRange(new Offset(1, 5), new Offset(2, 10)));
    var retirement = registered.retire(counted, DIRECT, kept, OTHER, NOW);
    assertThat(retirement.result()).isInstanceOf(RetireResult.Retired.class);
    var after = retirement.after();
    assertThat(after.goneLost()).isEqualTo(3 + 5);
    assertThat(after.rows()).containsOnlyKeys(OTHER);
    assertThat(after.verdict(DIRECT, batch(ONE, 1, 1, 5).sealedAt(NOW)))
        .isEqualTo(ApplyVerdict.UNKNOWN);
    assertThat(after.retire(counted, DIRECT, kept, OTHER, NOW).after()).isEqualTo(after);
  }
}
