package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.testkit.views.ViewsSample;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ProducerStateTest {
  private static final Shard SHARD = new Shard(0);

  private final ViewsSample sample = new ViewsSample(5);
  private final WriterId name = sample.writer();
  private final UUID id = sample.subject();
  private final ProducerState writer = new ProducerState(SHARD, name, new AtomicInteger(3));

  @Test
  void atMostOneBatchIsUnansweredAndIsRepeatedUntilAnswered() {
    writer.add(id, 2, 0);
    var first = next();
    writer.add(id, 3, 0);
    assertThat(next()).isEqualTo(first).isEqualTo(batch(1, new Offset(1, 2), 2));
    writer.take(first, new AddResult(AddResult.Kind.OK, first.to()));
    assertThat(next()).isEqualTo(batch(2, new Offset(2, 5), 3));
  }

  @Test
  void withoutRoomOnlyAnUnansweredBatchIsSent() {
    writer.add(id, 2, 0);
    assertThat(writer.next(10, false, 0)).isEmpty();
    var first = next();
    assertThat(writer.next(10, false, 0)).contains(first);
  }

  @Test
  void missingBatchesAreResentAsOne() {
    sent(2);
    sent(3);
    writer.sync(name, Offset.START);
    assertThat(next()).isEqualTo(batch(1, new Offset(2, 5), 5));
    assertThat(writer.unsentViews()).isEqualTo(5);
    writer.sync(name, new Offset(1, 2));
    assertThat(next()).isEqualTo(batch(2, new Offset(2, 5), 3));
  }

  @Test
  void answersToAnotherNameAreIgnored() {
    writer.add(id, 2, 0);
    var first = next();
    writer.retire(sample.writer(), AppliedOffsets.NONE, 0);
    var second = next();
    writer.take(first, new AddResult(AddResult.Kind.OK, first.to()));
    writer.sync(name, new Offset(1, 2));
    writer.prune(name, new Offset(1, 2), 0);
    assertThat(next()).isEqualTo(second);
    assertThat(writer.keepsAny()).isTrue();
  }

  @Test
  void aNewNameTakesAllUnappliedBatches() {
    sent(2);
    sent(3);
    writer.add(id, 4, 0);
    writer.prune(name, new Offset(1, 2), 0);
    var next = sample.writer();
    writer.retire(next, AppliedOffsets.NONE, 0);
    assertThat(writer.counted()).isEqualTo(new WriterCounts(SHARD, next, 7, 0));
    assertThat(writer.acceptedEver()).isEqualTo(9);
    assertThat(next())
        .isEqualTo(new ViewBatch(next, 1, new Offset(1, 3), ViewCounts.of(Map.of(id, 3L))));
    assertThat(writer.base()).isEqualTo(Offset.START);
  }

  @Test
  void viewsAboveTheBoundAreLostAndReportedUnderEachName() {
    for (var i = 0; i < 4; i++) {
      writer.add(sample.subject(), 2, 0);
    }
    writer.lose(5);
    writer.loseLate(1);
    assertThat(writer.counted()).isEqualTo(new WriterCounts(SHARD, name, 6, 8));
    writer.retire(sample.writer(), AppliedOffsets.NONE, 0);
    assertThat(writer.counted().lost()).as("the ledger has the old name's").isZero();
    assertThat(writer.lostForRoomEver()).isEqualTo(7);
    assertThat(writer.lostLateEver()).isEqualTo(1);
  }

  @Test
  void movedViewsAreCountedByTheReceiver() {
    var other = new ProducerState(SHARD, sample.writer(), new AtomicInteger(3));
    sent(2);
    writer.add(id, 3, 0);
    writer.giveAway(other, 10);
    assertThat(writer.counted().accepted()).isEqualTo(2);
    assertThat(other.counted().accepted()).isEqualTo(3);
    assertThat(writer.hasUnsent()).isFalse();
    assertThat(other.hasUnsent()).isTrue();
  }

  @Test
  void theViewsAfterAnOffsetAreThoseOfLaterBatchesAndOfNone() {
    sent(2);
    sent(3);
    writer.add(id, 4, 0);
    writer.add(sample.subject(), 100, 0);
    assertThat(writer.after(Offset.START, id)).contains(9L);
    assertThat(writer.after(new Offset(1, 2), id)).contains(7L);
    assertThat(writer.after(new Offset(2, 5), id)).contains(4L);
    assertThat(writer.after(new Offset(2, 5), sample.subject())).contains(0L);
    writer.prune(name, new Offset(2, 5), 0);
    assertThat(writer.after(new Offset(1, 2), id)).as("a mark out of date").isEmpty();
    assertThat(writer.after(new Offset(2, 5), id)).contains(4L);
  }

  @Test
  void itIsSettledWhenEveryBatchIsAnsweredAndNoViewWaits() {
    assertThat(writer.settled()).contains(Offset.START);
    writer.add(id, 2, 0);
    assertThat(writer.settled()).isEmpty();
    var batch = next();
    assertThat(writer.settled()).isEmpty();
    writer.take(batch, new AddResult(AddResult.Kind.OK, batch.to()));
    assertThat(writer.settled()).contains(new Offset(1, 2));
  }

  @Test
  void appliedBatchesHaveNoWeightAndNoLag() {
    sent(2);
    assertThat(writer.weight()).isPositive();
    assertThat(writer.oldest(Duration.ofSeconds(9).toNanos())).isEqualTo(Duration.ofSeconds(9));
    writer.prune(name, new Offset(1, 2), 0);
    assertThat(writer.weight()).isZero();
    assertThat(writer.keepsAny()).isFalse();
    assertThat(writer.oldest(Duration.ofSeconds(9).toNanos())).isZero();
  }

  @Test
  void viewsOfAnUnsentBatchReturnWithTheirAge() {
    sent(2);
    writer.add(id, 3, 1);
    var refused = next();
    writer.handedOver(refused, false);
    writer.add(id, 4, 2);
    assertThat(writer.settled()).isEmpty();
    assertThat(writer.unsentViews()).isEqualTo(7);
    assertThat(writer.counted()).isEqualTo(new WriterCounts(SHARD, name, 9, 0));
    assertThat(writer.isLate(id, 2)).as("of time 1").isTrue();
    assertThat(next()).isEqualTo(batch(2, new Offset(2, 9), 7)).isNotEqualTo(refused);
  }

  @Test
  void viewsThatMayHaveLeftStayInTheirBatch() {
    writer.add(id, 2, 0);
    var lost = next();
    writer.handedOver(lost, true);
    writer.handedOver(lost, false);
    assertThat(writer.hasUnsent()).isFalse();
    assertThat(next()).isEqualTo(lost);
  }

  @Test
  void batchesSentUnderAnotherNameAreNotTakenBack() {
    writer.add(id, 2, 0);
    var first = next();
    writer.handedOver(new ViewBatch(sample.writer(), 1, first.to(), first.counts()), false);
    assertThat(next()).isEqualTo(first);
  }

  @Test
  void unbatchedViewsKeepTheirAge() {
    writer.add(id, 2, 0);
    assertThat(writer.oldest(Duration.ofSeconds(9).toNanos())).isEqualTo(Duration.ofSeconds(9));
    writer.handedOver(next(), false);
    assertThat(writer.oldest(Duration.ofSeconds(9).toNanos())).isEqualTo(Duration.ofSeconds(9));
  }

  private void sent(long views) {
    writer.add(id, views, 0);
    var batch = next();
    writer.take(batch, new AddResult(AddResult.Kind.OK, batch.to()));
  }

  private ViewBatch next() {
    return writer.next(10, true, 0).orElseThrow();
  }

  private ViewBatch batch(long from, Offset to, long views) {
    return new ViewBatch(name, from, to, ViewCounts.of(Map.of(id, views)));
  }
}
