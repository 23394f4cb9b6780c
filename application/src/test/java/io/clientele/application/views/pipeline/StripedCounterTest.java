package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.views.pipeline.StripedCounter.Losses;
import io.clientele.testkit.views.ViewsSample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StripedCounterTest {
  private static final int THREADS = 8;
  private static final int COUNTS = 50_000;

  private final ViewsSample sample = new ViewsSample(3);

  @Test
  void concurrentAddsOfOneAccountSurviveDrains() throws Exception {
    var hot = sample.subject();
    assertThat(drainedWhileEightThreadsCount(List.of(hot)))
        .isEqualTo(Map.of(hot, (long) THREADS * COUNTS));
  }

  @Test
  void concurrentAddsOfManyAccountsSurviveDrains() throws Exception {
    var many = Stream.generate(sample::subject).limit(1_000).toList();
    assertThat(drainedWhileEightThreadsCount(many))
        .hasSize(1_000)
        .allSatisfy((id, views) -> assertThat(views).isEqualTo((long) THREADS * COUNTS / 1_000));
  }

  @Test
  void drainedCountsAreRemoved() {
    var counter = new StripedCounter(1_000);
    var id = sample.subject();
    counter.count(id);
    counter.count(id);
    assertThat(drained(counter)).isEqualTo(Map.of(id, 2L));
    assertThat(drained(counter)).isEmpty();
  }

  @Test
  void everyCountWhileItClosesIsDrainedOrLostAsLate() throws Exception {
    var counter = new StripedCounter(1_000);
    var ids = Stream.generate(sample::subject).limit(THREADS).toList();
    var counted = new LongAdder();
    var ended = new CountDownLatch(THREADS);
    var isBusy = new CountDownLatch(THREADS);
    for (var id : ids) {
      new Thread(
              () -> {
                while (counter.losses().late() == 0) {
                  counter.count(id);
                  counted.increment();
                  isBusy.countDown();
                }
                ended.countDown();
              })
          .start();
    }
    isBusy.await();
    counter.close();
    var first = drained(counter);
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    var kept = first.values().stream().mapToLong(Long::longValue).sum();
    assertThat(kept + counter.takeLosses().late()).isEqualTo(counted.sum());
    assertThat(drained(counter)).isEmpty();
  }

  @Test
  void withoutRoomAnotherAccountIsLostAndAKnownOneIsNot() {
    var counter = new StripedCounter(1);
    var known = sample.subject();
    var other = sample.subject();
    counter.count(known);
    counter.count(other);
    counter.count(known);
    assertThat(counter.losses()).isEqualTo(new Losses(1, 0));
    assertThat(drained(counter)).isEqualTo(Map.of(known, 2L));
    counter.count(other);
    assertThat(drained(counter)).as("after a drain there is room").isEqualTo(Map.of(other, 1L));
  }

  @Test
  void aLossIsTakenOnce() {
    var counter = new StripedCounter(0);
    counter.count(sample.subject());
    counter.close();
    counter.count(sample.subject());
    assertThat(counter.takeLosses()).isEqualTo(new Losses(1, 1));
    assertThat(counter.takeLosses()).isEqualTo(new Losses(0, 0));
  }

  private static Map<UUID, Long> drainedWhileEightThreadsCount(List<UUID> ids)
      throws InterruptedException {
    var counter = new StripedCounter(ViewBuffer.ACCOUNTS_MAX);
    var sum = new HashMap<UUID, Long>();
    var done = new CountDownLatch(THREADS);
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      IntStream.range(0, THREADS)
          .forEach(
              thread ->
                  threads.execute(
                      () -> {
                        for (var i = 0; i < COUNTS; i++) {
                          counter.count(ids.get(i % ids.size()));
                        }
                        done.countDown();
                      }));
      while (done.getCount() > 0) {
        counter.drain((id, views) -> sum.merge(id, views, Long::sum));
      }
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    counter.drain((id, views) -> sum.merge(id, views, Long::sum));
    return sum;
  }

  private static Map<UUID, Long> drained(StripedCounter counter) {
    var sum = new HashMap<UUID, Long>();
    counter.drain((id, views) -> sum.merge(id, views, Long::sum));
    return sum;
  }
}
