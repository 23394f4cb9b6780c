package io.clientele.cache.views;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.PendingViews.Standing;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.ViewsSample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A random history for the store and the model, with a ledger whose offsets mostly increase. */
final class RandomStagingHistory {
  /** The steps that the histories must include to prove anything. */
  static final List<String> STEPS =
      List.of(
          "add OK",
          "add DUPLICATE",
          "add GAP",
          "read Batch",
          "read Ahead",
          "read Nothing",
          "reset CLEAN",
          "reset DISCARDED",
          "resetNow CLEAN",
          "resetNow DISCARDED",
          "pending JOINED",
          "pending LATE",
          "pending BESIDE",
          "forget",
          "kept");

  private static final int STRETCH = 50;

  private final ViewStaging staging;
  private final Shard shard;
  private final Random random;
  private final Map<String, Integer> taken = new HashMap<>();
  private final List<WriterId> writers;
  private final List<UUID> accounts;
  private StagingState model = StagingState.EMPTY;
  private Map<WriterId, Offset> applied = new HashMap<>();

  RandomStagingHistory(ViewStaging staging, Shard shard, long seed) {
    this.staging = staging;
    this.shard = shard;
    random = new Random(seed);
    var sample = new ViewsSample(seed);
    writers = Stream.generate(sample::writer).limit(4).toList();
    accounts = Stream.generate(sample::subject).limit(12).toList();
    writers.stream().skip(1).forEach(writer -> applied.put(writer, Offset.START));
  }

  /** Runs this many steps on both sides; returns how often each kind occurred. */
  Map<String, Integer> take(int steps) {
    for (var i = 0; i < steps; i++) {
      step();
      if (i % STRETCH == 0) {
        compare();
      }
    }
    compare();
    return taken;
  }

  private void step() {
    switch (random.nextInt(17)) {
      case 0, 1, 2, 3, 4 -> add();
      case 5, 6 -> seal();
      case 7, 8, 9 -> read();
      case 10 -> reset();
      case 11 -> resetNow();
      case 12, 13 -> pending();
      case 14 -> moveLedger();
      case 15 -> removed();
      default -> forget();
    }
  }

  private void add() {
    var writer = any(writers);
    var seen = model.seen().getOrDefault(writer, Offset.START);
    var from = Math.max(1, seen.seq() + (random.nextInt(4) > 0 ? 1 : random.nextInt(4) - 1));
    var counts = counts();
    var to = new Offset(from + random.nextInt(2), seen.views() + counts.total());
    var batch = new ViewBatch(writer, from, to, counts);
    var step = model.add(batch);
    assertThat(staging.add(shard, batch)).isEqualTo(step.answer());
    model = step.next();
    took("add " + step.answer().kind());
  }

  private void seal() {
    staging.seal(shard);
    model = model.seal(Instant.EPOCH);
  }

  private NextBatch read() {
    var known = new AppliedOffsets(applied);
    var step = model.read(known);
    var head = staging.read(shard, known);
    assertThat(timeless(head)).isEqualTo(timeless(step.answer()));
    model = step.next();
    took("read " + head.getClass().getSimpleName());
    if (head instanceof NextBatch.Batch(var batch)) {
      if (model.kept().stream().anyMatch(kept -> kept.ranges().equals(batch.ranges()))) {
        took("kept");
      }
      if (random.nextInt(4) > 0 && batch.against(known) == ApplyVerdict.OK) {
        batch.ranges().forEach((writer, span) -> applied.put(writer, span.to()));
      }
    }
    return head;
  }

  private void reset() {
    var step = model.reset(new AppliedOffsets(applied));
    assertThat(staging.reset(shard, new AppliedOffsets(applied))).isEqualTo(step.answer());
    model = step.next();
    took("reset " + step.answer());
  }

  private void resetNow() {
    var before = new AppliedOffsets(applied);
    var ours = model.read(before);
    var theirs = staging.read(shard, before);
    model = ours.next();
    if (random.nextBoolean()) {
      seal();
      moveLedger();
    }
    var step = model.resetNow(new AppliedOffsets(applied), ours.answer());
    assertThat(staging.resetNow(shard, new AppliedOffsets(applied), theirs))
        .isEqualTo(step.answer());
    model = step.next();
    took("resetNow " + step.answer());
  }

  private void pending() {
    var known = new AppliedOffsets(applied);
    var pending = staging.pending(shard, known, accounts);
    assertThat(pending.standing()).isEqualTo(model.standing(known));
    if (pending.standing() == Standing.JOINED) {
      assertThat(pending.views())
          .isEqualTo(accounts.stream().collect(toMap(id -> id, id -> model.pending(known, id))));
    }
    took("pending " + pending.standing());
  }

  /** Adds or removes a row, or makes the ledger lose its last commits or receive others. */
  private void moveLedger() {
    var writer = any(writers);
    var mark = applied.get(writer);
    if (mark == null) {
      applied.put(writer, Offset.START);
    } else if (random.nextInt(8) == 0) {
      applied.remove(writer);
    } else {
      var seq = Math.max(0, mark.seq() + random.nextInt(5) - 3);
      applied.put(writer, new Offset(seq, seq * 3));
    }
  }

  private void removed() {
    var writer = any(writers);
    var at = new Offset(random.nextInt(12), 0);
    staging.removed(shard, writer, at);
    model = model.removed(writer, at);
    took("removed");
  }

  private void forget() {
    var writer = any(writers);
    var upTo = new Offset(random.nextInt(12), 0);
    staging.forget(shard, writer, upTo);
    model = model.forget(writer, upTo);
    took("forget");
  }

  private void compare() {
    var known = new AppliedOffsets(applied);
    assertThat(staging.snapshot(shard, known)).isEqualTo(model.snapshot(known));
    assertThat(staging.segments(shard).stream().map(RandomStagingHistory::timeless).toList())
        .isEqualTo(
            model.segments(Instant.EPOCH).stream().map(RandomStagingHistory::timeless).toList());
    writers.forEach(
        writer ->
            assertThat(staging.seen(shard, writer))
                .isEqualTo(model.seen().getOrDefault(writer, Offset.START)));
  }

  private ViewCounts counts() {
    return ViewCounts.of(
        IntStream.range(0, random.nextInt(4))
            .mapToObj(_ -> any(accounts))
            .distinct()
            .collect(toMap(id -> id, _ -> 1L + random.nextInt(9))));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void took(String step) {
    taken.merge(step, 1, Integer::sum);
  }

  private static NextBatch timeless(NextBatch head) {
    return head instanceof NextBatch.Batch(var batch) ? new NextBatch.Batch(timeless(batch)) : head;
  }

  private static SealedBatch timeless(SealedBatch batch) {
    return new SealedBatch(batch.ranges(), batch.counts(), Instant.EPOCH);
  }
}
