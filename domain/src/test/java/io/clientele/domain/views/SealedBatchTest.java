package io.clientele.domain.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SealedBatchTest {
  private static final WriterId ADA = new WriterId(new UUID(0, 1));
  private static final WriterId GRACE = new WriterId(new UUID(0, 2));

  @Test
  void aBatchThatContinuesAtTheLedgersOffsetIsAdded() {
    assertThat(ada(0, 2).against(at(0))).isEqualTo(ApplyVerdict.OK);
    assertThat(ada(2, 3).against(at(2))).isEqualTo(ApplyVerdict.OK);
  }

  @Test
  void aBatchThatTheLedgerHasIsADuplicate() {
    assertThat(ada(0, 2).against(at(2))).isEqualTo(ApplyVerdict.DUPLICATE);
    assertThat(ada(0, 2).against(at(9))).isEqualTo(ApplyVerdict.DUPLICATE);
  }

  @Test
  void aBatchThatTheLedgerHasInPartIsAConflict() {
    assertThat(ada(0, 2).against(at(1))).isEqualTo(ApplyVerdict.CONFLICT);
    assertThat(both(0, 2, 0, 2).against(at(2, 0))).isEqualTo(ApplyVerdict.CONFLICT);
    assertThat(both(0, 2, 5, 6).against(at(1, 0))).isEqualTo(ApplyVerdict.CONFLICT);
  }

  @Test
  void aBatchAfterMissingOnesIsAGap() {
    assertThat(ada(1, 2).against(at(0))).isEqualTo(ApplyVerdict.GAP);
    assertThat(both(0, 1, 1, 2).against(at(0, 0))).isEqualTo(ApplyVerdict.GAP);
  }

  @Test
  void aBatchOfAWriterWithoutARowIsUnknown() {
    assertThat(ada(0, 1).against(AppliedOffsets.NONE)).isEqualTo(ApplyVerdict.UNKNOWN);
    assertThat(both(0, 1, 0, 1).against(at(9))).isEqualTo(ApplyVerdict.UNKNOWN);
  }

  @Test
  void onlyBatchesOfUnseenPartsAreAdded() {
    var random = new Random(1);
    for (var trial = 0; trial < 5_000; trial++) {
      var batch = both(random.nextInt(4), 4 + random.nextInt(3), random.nextInt(4), 4);
      var applied = at(random.nextInt(8), random.nextInt(8));
      var isExact =
          batch.ranges().entrySet().stream()
              .allMatch(entry -> unseen(entry.getValue(), applied.of(entry.getKey())));
      assertThat(batch.against(applied) == ApplyVerdict.OK).isEqualTo(isExact);
    }
  }

  /** Whether adding the whole range adds each batch once and skips none before it. */
  private static boolean unseen(OffsetRange span, Offset mark) {
    return LongStream.rangeClosed(1, span.to().seq())
        .allMatch(seq -> (seq <= mark.seq()) != (seq > span.from().seq()));
  }

  private static SealedBatch ada(long from, long to) {
    return new SealedBatch(Map.of(ADA, span(from, to)), ViewCounts.NONE, Instant.EPOCH);
  }

  private static SealedBatch both(long from, long to, long otherFrom, long otherTo) {
    var spans = Map.of(ADA, span(from, to), GRACE, span(otherFrom, otherTo));
    return new SealedBatch(spans, ViewCounts.NONE, Instant.EPOCH);
  }

  private static OffsetRange span(long from, long to) {
    return new OffsetRange(new Offset(from, from * 10), new Offset(to, to * 10));
  }

  private static AppliedOffsets at(long ada, long... grace) {
    var marks = new HashMap<>(Map.of(ADA, new Offset(ada, ada * 10)));
    LongStream.of(grace).forEach(seq -> marks.put(GRACE, new Offset(seq, seq * 10)));
    return new AppliedOffsets(marks);
  }
}
