package io.clientele.testkit.views.staging;

import static io.clientele.testkit.views.staging.StagingAddContract.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.staging.NextBatch;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.inmemory.views.staging.InMemoryViewStaging;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import io.clientele.testkit.views.internal.TestWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InMemoryViewStagingTest implements ViewStagingContract {
  @Override
  public ViewStaging staging() {
    return new InMemoryViewStaging();
  }

  @Override
  public ViewStaging unreachableStaging() {
    var staging = new InMemoryViewStaging();
    staging.startOutage();
    return staging;
  }

  @Test
  void aBatchIsSealedAtTheTimeOfTheClock() {
    var staging = new InMemoryViewStaging(() -> Sample.BEGINNING, System::nanoTime);
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(2), 1);
    staging.add(SHARD, author.batch(1));
    staging.seal(SHARD);
    assertThat(staging.read(SHARD, author.applied(0)))
        .isEqualTo(new NextBatch.Batch(author.sealed(1, 1)));
  }

  @Test
  void theTimeSinceAResetCountsFromTheLastOne() {
    var nanos = new AtomicLong(Long.MAX_VALUE - 5);
    var staging = new InMemoryViewStaging(() -> Sample.BEGINNING, nanos::get);
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(2), 2);
    staging.add(SHARD, author.batch(1, 2));
    staging.reset(SHARD, author.applied(1));
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    var pending = staging.pending(SHARD, AppliedOffsets.NONE, List.of());
    assertThat(pending.sinceReset()).isEqualTo(Duration.ofSeconds(3));
    staging.add(SHARD, author.batch(2));
    staging.reset(SHARD, author.applied(2));
    assertThat(staging.pending(SHARD, AppliedOffsets.NONE, List.of()).sinceReset()).isZero();
  }

  @Test
  void aShardCanBeRestoredAndWiped() {
    var staging = new InMemoryViewStaging();
    var author = TestWriter.of(new ViewsSample(1), new ViewsSample(2).subjects(2), 2);
    staging.add(SHARD, author.batch(1));
    var snapshot = staging.state(SHARD);
    staging.add(SHARD, author.batch(2));
    staging.restore(SHARD, snapshot);
    assertThat(staging.seen(SHARD, author.writer())).isEqualTo(author.mark(1));
    staging.wipe();
    assertThat(staging.segments(SHARD)).isEmpty();
  }
}
