package io.clientele.domain.views.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WriterLogTest {
  private static final WriterId WRITER = new WriterId(new UUID(0, 1));

  private final Random random = new Random(1);

  @Test
  void aNewLogHasNothingToSend() {
    var log = new WriterLog(WRITER);
    assertThat(log.next()).isEmpty();
    assertThat(log.isIdle()).isTrue();
    assertThat(List.of(log.base(), log.answered(), log.top())).containsOnly(Offset.START);
    assertThat(log.weight()).isZero();
    assertThat(log.kept()).isEmpty();
  }

  @Test
  void batchesAreNumberedFromOneAndCarryRunningViews() {
    var log = new WriterLog(WRITER);
    var counts = List.of(counts(3), counts(2));
    var first = sendNext(log, counts.get(0));
    assertThat(first).isEqualTo(new ViewBatch(WRITER, 1, new Offset(1, 3), counts.get(0)));
    var second = sendNext(log, counts.get(1));
    assertThat(second).isEqualTo(new ViewBatch(WRITER, 2, new Offset(2, 5), counts.get(1)));
    assertThat(log.answered()).isEqualTo(log.top()).isEqualTo(new Offset(2, 5));
  }

  @Test
  void atMostOneBatchIsUnanswered() {
    var log = new WriterLog(WRITER);
    log.form(counts(1));
    assertThatThrownBy(() -> log.form(counts(1))).isInstanceOf(IllegalStateException.class);
    assertThat(log.next()).isEqualTo(log.next());
  }

  @Test
  void anUnsentBatchIsTakenBackAndItsNumberIsFree() {
    var log = logOf(counts(1));
    var before = log.weight();
    var counts = counts(2);
    log.form(counts);
    assertThat(log.hasNew()).isTrue();
    assertThat(log.unsend()).isEqualTo(counts);
    assertThat(List.of(log.isIdle(), log.hasNew())).containsExactly(true, false);
    assertThat(log.top()).isEqualTo(log.answered()).isEqualTo(new Offset(1, 1));
    assertThat(log.weight()).isEqualTo(before);
    assertThat(log.unsend()).isEqualTo(ViewCounts.NONE);
    log.form(counts(5));
    assertThat(log.next().orElseThrow().to()).isEqualTo(new Offset(2, 6));
  }

  @Test
  void aBatchThatMayHaveLeftIsNeverTakenBack() {
    var log = new WriterLog(WRITER);
    log.form(counts(2));
    log.sent(log.next().orElseThrow());
    assertThat(log.unsend()).isEqualTo(ViewCounts.NONE);
    assertThat(log.next()).isPresent();
    log.prune(log.top());
    log.sync(Offset.START);
    assertThat(log.unsend()).as("the ledger has it").isEqualTo(ViewCounts.NONE);
  }

  @Test
  void aNewBatchIsTakenBackWhileOthersAreResent() {
    var log = logOf(counts(1));
    var counts = counts(2);
    log.form(counts);
    log.sync(Offset.START);
    log.sent(new ViewBatch(WRITER, 1, new Offset(1, 1), log.kept().get(0)));
    assertThat(log.unsend()).isEqualTo(counts);
    assertThat(log.next().orElseThrow().to()).isEqualTo(new Offset(1, 1));
  }

  @Test
  void anAnsweredBatchThatStagingForgotIsNotTakenBack() {
    var log = logOf(counts(1), counts(2));
    log.sync(Offset.START);
    assertThat(log.unsend()).isEqualTo(ViewCounts.NONE);
    assertThat(log.next().orElseThrow().to()).isEqualTo(new Offset(2, 3));
  }

  @Test
  void aDuplicateCountsAsAnAnswer() {
    var log = new WriterLog(WRITER);
    log.form(counts(2));
    var sent = log.next().orElseThrow();
    log.take(sent, new AddResult(AddResult.Kind.DUPLICATE, sent.to()));
    assertThat(log.isIdle()).isTrue();
    assertThat(log.answered()).isEqualTo(new Offset(1, 2));
  }

  @Test
  void anAnsweredBatchIsKeptUntilTheLedgerHasIt() {
    var last = counts(3);
    var log = logOf(counts(1), counts(2), last);
    assertThat(log.kept()).hasSize(3);
    log.prune(new Offset(2, 3));
    assertThat(log.kept()).containsExactly(last);
    assertThat(log.base()).isEqualTo(new Offset(2, 3));
    log.prune(new Offset(1, 1));
    assertThat(log.base()).as("never backwards").isEqualTo(new Offset(2, 3));
    log.prune(new Offset(3, 6));
    assertThat(log.kept()).isEmpty();
    assertThat(log.weight()).isZero();
  }

  @Test
  void theLedgerMayHaveAnUnansweredBatch() {
    var log = new WriterLog(WRITER);
    log.form(counts(4));
    log.prune(new Offset(1, 4));
    assertThat(log.isIdle()).isTrue();
    assertThat(log.kept()).isEmpty();
    assertThat(log.answered()).isEqualTo(log.base()).isEqualTo(new Offset(1, 4));
  }

  @Test
  void afterAGapTheMissingBatchesAreResentAsOneMessage() {
    var log = logOf(counts(1), counts(2), counts(3));
    log.form(counts(4));
    var sent = log.next().orElseThrow();
    log.take(sent, new AddResult(AddResult.Kind.GAP, new Offset(1, 1)));
    var again = log.next().orElseThrow();
    assertThat(again.from()).isEqualTo(2);
    assertThat(again.to()).isEqualTo(new Offset(4, 10));
    assertThat(again.counts().total()).isEqualTo(9);
    log.take(again, new AddResult(AddResult.Kind.OK, again.to()));
    assertThat(log.isIdle()).isTrue();
  }

  @Test
  void aMessageHasAtMostTheAccountsOfOneScriptAndAtLeastOneBatch() {
    var log = logOf(counts(1_500), counts(500), counts(1), counts(2_000), counts(2_001));
    log.sync(Offset.START);
    assertThat(sendAll(log)).containsExactly(2_000, 1, 2_000, 2_001);
  }

  @Test
  void aLateAnswerChangesNothing() {
    var log = logOf(counts(1));
    log.form(counts(2));
    var sent = log.next().orElseThrow();
    log.sync(Offset.START);
    log.take(sent, new AddResult(AddResult.Kind.OK, sent.to()));
    assertThat(log.answered()).as("batch 1 is no longer seen").isEqualTo(Offset.START);
    assertThat(log.next().orElseThrow().from()).isEqualTo(1);
  }

  @Test
  void syncMovesWithinTheKeptBatches() {
    var log = logOf(counts(1), counts(2), counts(3));
    log.prune(new Offset(1, 1));
    log.sync(new Offset(2, 3));
    assertThat(log.next().orElseThrow().from()).isEqualTo(3);
    log.sync(new Offset(3, 6));
    assertThat(log.isIdle()).isTrue();
    log.sync(Offset.START);
    assertThat(log.answered()).as("no longer kept").isEqualTo(new Offset(3, 6));
    log.sync(new Offset(9, 99));
    assertThat(log.answered()).as("never formed").isEqualTo(new Offset(3, 6));
    assertThat(log.isBeyond(Offset.START)).isTrue();
    assertThat(log.isBeyond(new Offset(1, 1))).isFalse();
  }

  @Test
  void aRestoredLogContinuesWhereItWas() {
    var log = logOf(counts(1), counts(2), counts(3));
    log.prune(new Offset(1, 1));
    log.sync(new Offset(2, 3));
    var again = new WriterLog(WRITER, log.base(), log.kept(), log.answered().seq(), Map.of());
    assertThat(again.next()).isEqualTo(log.next());
    assertThat(again.kept()).isEqualTo(log.kept());
    assertThat(again.weight()).isEqualTo(log.weight());
    assertThat(again.top()).isEqualTo(log.top());
  }

  @Test
  void weightGrowsWithAccountsAndBatches() {
    assertThat(logOf(counts(10)).weight()).isGreaterThan(10);
    assertThat(logOf(counts(5), counts(5)).weight()).isGreaterThan(logOf(counts(10)).weight());
  }

  @Test
  void everyViewIsAlwaysInTheLedgerOrKept() {
    for (var trial = 0; trial < 200; trial++) {
      var log = new WriterLog(WRITER);
      var marks = new ArrayList<>(List.of(Offset.START));
      for (var step = 0; step < 60; step++) {
        happen(log, marks);
        var kept = log.kept().stream().mapToLong(ViewCounts::total).sum();
        assertThat(log.base().views() + kept).isEqualTo(log.top().views());
        assertThat(log.kept().stream().mapToLong(ViewCounts::total).sum()).isEqualTo(kept);
        assertThat(marks).contains(log.base(), log.answered());
      }
    }
  }

  private void happen(WriterLog log, List<Offset> marks) {
    switch (random.nextInt(4)) {
      case 0 -> {
        if (log.isIdle()) {
          log.form(counts(1 + random.nextInt(3)));
          marks.add(log.top());
        }
      }
      case 1 ->
          log.next().ifPresent(sent -> log.take(sent, new AddResult(AddResult.Kind.OK, sent.to())));
      case 2 -> log.sync(marks.get(random.nextInt(marks.size())));
      default -> log.prune(marks.get(random.nextInt(marks.size())));
    }
  }

  private WriterLog logOf(ViewCounts... batches) {
    var log = new WriterLog(WRITER);
    for (var counts : batches) {
      sendNext(log, counts);
    }
    return log;
  }

  private static ViewBatch sendNext(WriterLog log, ViewCounts counts) {
    log.form(counts);
    var sent = log.next().orElseThrow();
    log.take(sent, new AddResult(AddResult.Kind.OK, sent.to()));
    return sent;
  }

  private static List<Integer> sendAll(WriterLog log) {
    var sizes = new ArrayList<Integer>();
    for (var next = log.next(); next.isPresent(); next = log.next()) {
      var sent = next.get();
      sizes.add(sent.counts().size());
      log.take(sent, new AddResult(AddResult.Kind.OK, sent.to()));
    }
    return sizes;
  }

  /** Returns one view of each of this many accounts that are in no other batch. */
  private ViewCounts counts(int accounts) {
    var counts = new HashMap<UUID, Long>();
    while (counts.size() < accounts) {
      counts.put(new UUID(random.nextLong(), random.nextLong()), 1L);
    }
    return ViewCounts.of(counts);
  }
}
