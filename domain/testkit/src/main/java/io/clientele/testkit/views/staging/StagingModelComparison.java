package io.clientele.testkit.views.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Runs random steps on a staging and on {@link StagingState}, and compares their answers. */
final class StagingModelComparison {
  private static final int BATCHES = 9;

  private final ViewStaging staging;
  private final Shard shard;
  private final Random random;
  private final List<UUID> accounts;
  private final List<TestWriter> authors;
  private StagingState model = StagingState.EMPTY;
  private NextBatch modelHead = new NextBatch.Nothing();
  private NextBatch stagingHead = new NextBatch.Nothing();
  private String step = "";

  StagingModelComparison(ViewStaging staging, int number) {
    this.staging = staging;
    this.shard = new Shard(number);
    this.random = new Random(number);
    var sample = new ViewsSample(number);
    this.accounts = sample.subjects(3);
    this.authors =
        Stream.generate(() -> TestWriter.of(sample, accounts, BATCHES)).limit(3).toList();
  }

  void run(int steps) {
    for (var i = 0; i < steps; i++) {
      step = "step " + i + " of trial " + shard.number();
      step();
      compare();
    }
  }

  private void step() {
    switch (random.nextInt(11)) {
      case 0, 1, 2, 3 -> add();
      case 4, 5 -> seal();
      case 6 -> read();
      case 7 -> reset();
      case 8 -> resetNow();
      case 9 -> removed();
      default -> forget();
    }
  }

  private void add() {
    var author = any();
    var seen = model.seen().getOrDefault(author.writer(), Offset.START).seq();
    var from = within(seen + 1 + (random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0));
    var batch = author.batch(from, within(from + random.nextInt(3)));
    var expected = model.add(batch);
    model = expected.next();
    assertThat(staging.add(shard, batch)).as(step).isEqualTo(expected.answer());
  }

  private void seal() {
    model = model.seal(Instant.EPOCH);
    staging.seal(shard);
  }

  private void read() {
    var applied = vector();
    var expected = model.read(applied);
    model = expected.next();
    modelHead = expected.answer();
    stagingHead = staging.read(shard, applied);
    assertThat(timeless(stagingHead)).as(step).isEqualTo(modelHead);
  }

  private void reset() {
    var applied = vector();
    var expected = model.reset(applied);
    model = expected.next();
    var answer = staging.reset(shard, applied);
    assertThat(answer).as(step).isEqualTo(expected.answer());
    forgetHead(answer);
  }

  private void resetNow() {
    read();
    var applied = vector();
    var expected = model.resetNow(applied, modelHead);
    model = expected.next();
    var answer = staging.resetNow(shard, applied, stagingHead);
    assertThat(answer).as(step).isEqualTo(expected.answer());
    forgetHead(answer);
  }

  private void removed() {
    var writer = any().writer();
    var at = new Offset(random.nextInt(12), 0);
    model = model.removed(writer, at);
    staging.removed(shard, writer, at);
  }

  private void forget() {
    var writer = any().writer();
    var upTo = new Offset(random.nextInt(12), 0);
    model = model.forget(writer, upTo);
    staging.forget(shard, writer, upTo);
  }

  /**
   * Forgets the head: the same content may be sealed again, as another batch that differs only in
   * time.
   */
  private void forgetHead(ResetResult answer) {
    if (answer == ResetResult.DISCARDED) {
      modelHead = new NextBatch.Nothing();
      stagingHead = new NextBatch.Nothing();
    }
  }

  private void compare() {
    var applied = vector();
    assertThat(staging.snapshot(shard, applied)).as(step).isEqualTo(model.snapshot(applied));
    var pending = staging.pending(shard, applied, accounts);
    assertThat(pending.standing()).as(step).isEqualTo(model.standing(applied));
    for (var id : accounts) {
      assertThat(pending.views()).as(step).containsEntry(id, model.pending(applied, id));
    }
    assertThat(staging.segments(shard).stream().map(StagingModelComparison::timeless))
        .as(step)
        .containsExactlyElementsOf(model.segments(Instant.EPOCH));
  }

  /**
   * A random vector of the ledger: equal to staging, behind it or ahead; some writers have no row.
   */
  private AppliedOffsets vector() {
    var marks = new HashMap<WriterId, Offset>();
    for (var author : authors) {
      var seen = model.seen().getOrDefault(author.writer(), Offset.START);
      var start = model.start().getOrDefault(author.writer(), Offset.START);
      switch (random.nextInt(12)) {
        case 0 -> marks.put(author.writer(), author.mark(random.nextInt(BATCHES + 1)));
        case 1, 2, 3 -> marks.put(author.writer(), seen);
        case 4, 5, 6, 7 -> marks.put(author.writer(), start);
        case 8, 9, 10 -> marks.put(author.writer(), dropped(author.writer()));
        default -> marks.remove(author.writer());
      }
    }
    return new AppliedOffsets(marks);
  }

  private Offset dropped(WriterId writer) {
    return model.dropped().getOrDefault(writer, Offset.START);
  }

  private TestWriter any() {
    return authors.get(random.nextInt(authors.size()));
  }

  private static long within(long seq) {
    return Math.max(1, Math.min(BATCHES, seq));
  }

  private static NextBatch timeless(NextBatch head) {
    return head instanceof NextBatch.Batch batch
        ? new NextBatch.Batch(timeless(batch.batch()))
        : head;
  }

  private static SealedBatch timeless(SealedBatch batch) {
    return new SealedBatch(batch.ranges(), batch.counts(), Instant.EPOCH);
  }
}
