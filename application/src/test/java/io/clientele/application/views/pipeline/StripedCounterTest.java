package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.kernel.Sample;
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
  private static final int ADDS = 50_000;

  private final Sample sample = new Sample(3);

  @Test
  void oneHotAccountLosesNothingToADrainBesideEightThreads() throws Exception {
    var hot = sample.subject();
    assertThat(drainedWhileEightThreadsAdd(List.of(hot)))
        .isEqualTo(Map.of(hot, (long) THREADS * ADDS));
  }

  @Test
  void manyAccountsLoseNothingToADrainBesideEightThreads() throws Exception {
    var many = Stream.generate(sample::subject).limit(1_000).toList();
    assertThat(drainedWhileEightThreadsAdd(many))
        .hasSize(1_000)
        .allSatisfy((id, views) -> assertThat(views).isEqualTo((long) THREADS * ADDS / 1_000));
  }

  @Test
  void whatIsDrainedOnceIsNotThereAgain() {
    var tally = new StripedCounter(1_000);
    var id = sample.subject();
    tally.add(id);
    tally.add(id);
    assertThat(drained(tally)).isEqualTo(Map.of(id, 2L));
    assertThat(drained(tally)).isEmpty();
  }

  @Test
  void everyAddBesideTheEndIsDrainedOrRefused() throws Exception {
    var tally = new StripedCounter(1_000);
    var ids = Stream.generate(sample::subject).limit(THREADS).toList();
    var added = new LongAdder();
    var isRefused = new CountDownLatch(THREADS);
    var isBusy = new CountDownLatch(THREADS);
    for (var id : ids) {
      new Thread(
              () -> {
                while (tally.add(id)) {
                  added.increment();
                  isBusy.countDown();
                }
                isRefused.countDown();
              })
          .start();
    }
    isBusy.await();
    tally.close();
    var first = drained(tally);
    assertThat(isRefused.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(first.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(added.sum());
    assertThat(drained(tally)).isEmpty();
  }

  @Test
  void withoutRoomAnotherAccountIsRefusedAndAKnownOneIsNot() {
    var tally = new StripedCounter(1);
    var known = sample.subject();
    var other = sample.subject();
    assertThat(tally.add(known)).isTrue();
    assertThat(tally.add(other)).isFalse();
    assertThat(tally.add(known)).isTrue();
    assertThat(drained(tally)).isEqualTo(Map.of(known, 2L));
    assertThat(tally.add(other)).as("after a drain there is room").isTrue();
  }

  private static Map<UUID, Long> drainedWhileEightThreadsAdd(List<UUID> ids)
      throws InterruptedException {
    var tally = new StripedCounter(ViewBuffer.ACCOUNTS_MAX);
    var sum = new HashMap<UUID, Long>();
    var done = new CountDownLatch(THREADS);
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      IntStream.range(0, THREADS)
          .forEach(
              thread ->
                  threads.execute(
                      () -> {
                        for (var i = 0; i < ADDS; i++) {
                          tally.add(ids.get(i % ids.size()));
                        }
                        done.countDown();
                      }));
      while (done.getCount() > 0) {
        tally.drain((id, views) -> sum.merge(id, views, Long::sum));
      }
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    tally.drain((id, views) -> sum.merge(id, views, Long::sum));
    return sum;
  }

  private static Map<UUID, Long> drained(StripedCounter tally) {
    var sum = new HashMap<UUID, Long>();
    tally.drain((id, views) -> sum.merge(id, views, Long::sum));
    return sum;
  }
}
