package io.clientele.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.telemetry.RejectionCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {
  private static final int AGES = 60_000;
  private static final Duration WITHIN = Duration.ofSeconds(20);

  @Test
  void waitingRequestsEnterInOrder() throws Exception {
    assertThat(order(4, 900, 900)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void underSlowWorkTheNewestIsNextAfterALongWait() throws Exception {
    assertThat(order(4, 901, 0)).containsExactly(3, 2, 1, 0);
  }

  @Test
  void slownessIsForgottenAfterAWhile() throws Exception {
    assertThat(order(6, 901, 500)).containsExactly(5, 4, 3, 2, 0, 1);
  }

  /**
   * Returns the order in which waiting requests enter behind one of {@code firstMillis}, if each
   * takes {@code millis}.
   */
  private static List<Integer> order(int waiting, int firstMillis, int millis) throws Exception {
    var nanos = new AtomicLong();
    var limiter = new ConcurrencyLimiter(new RejectionCounter("test"), 1, AGES, AGES, nanos::get);
    var first = limiter.pass();
    assertThat(first.enter()).isTrue();
    var order = new ConcurrentLinkedQueue<Integer>();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < waiting; i++) {
      var number = i;
      threads.add(
          Thread.startVirtualThread(
              () -> {
                var pass = limiter.pass();
                pass.enter();
                order.add(number);
                nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
                pass.leave();
              }));
      awaitWaiting(limiter, i + 1);
    }
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(firstMillis));
    first.leave();
    join(threads);
    return List.copyOf(order);
  }

  @Test
  void aFullQueueShedsNewRequestsExceptReturningOnes() throws Exception {
    var shed = new RejectionCounter("test");
    var limiter = new ConcurrencyLimiter(shed, 1, 1, AGES);
    var returning = limiter.pass();
    assertThat(returning.enter()).isTrue();
    returning.leave();
    var inside = limiter.pass();
    assertThat(inside.enter()).isTrue();
    var waiting = List.of(entering(limiter, limiter.pass(), 1), entering(limiter, returning, 2));
    assertThat(limiter.pass().enter()).isFalse();
    assertThat(shed.count()).isEqualTo(1);
    inside.leave();
    join(waiting);
    assertThat(shed.count()).isEqualTo(1);
  }

  /** A thread that waits at the limiter with this many others, and leaves at once. */
  private static Thread entering(
      ConcurrencyLimiter limiter, ConcurrencyLimiter.Pass pass, int waiting) {
    var thread =
        Thread.startVirtualThread(
            () -> {
              if (pass.enter()) {
                pass.leave();
              }
            });
    awaitWaiting(limiter, waiting);
    return thread;
  }

  /** Fails if this many threads do not wait at the limiter in time. */
  private static void awaitWaiting(ConcurrencyLimiter limiter, int waiting) {
    var began = System.nanoTime();
    while (limiter.waiting() < waiting) {
      assertThat(System.nanoTime() - began)
          .as("nanoseconds until %d requests wait, of which %d do", waiting, limiter.waiting())
          .isLessThan(WITHIN.toNanos());
      Thread.onSpinWait();
    }
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (var thread : threads) {
      assertThat(thread.join(WITHIN)).as("the thread ends").isTrue();
    }
  }

  @Test
  void aTimedOutRequestTakesNoPermit() {
    var shed = new RejectionCounter("test");
    var limiter = new ConcurrencyLimiter(shed, 1, Integer.MAX_VALUE, 1);
    var first = limiter.pass();
    assertThat(first.enter()).isTrue();
    assertThat(limiter.pass().enter()).isFalse();
    assertThat(limiter.waiting()).isZero();
    first.leave();
    first.leave();
    var next = limiter.pass();
    assertThat(next.enter()).isTrue();
    assertThat(next.enter()).isTrue();
    assertThat(limiter.pass().enter()).isFalse();
    assertThat(shed.count()).isEqualTo(2);
  }

  @Test
  void underConcurrencyTheLimitHoldsAndNoPermitIsLost() throws Exception {
    var limiter = new ConcurrencyLimiter(new RejectionCounter("test"), 3, Integer.MAX_VALUE, 1);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 64; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                for (var time = 0; time < 200; time++) {
                  var pass = limiter.pass();
                  if (pass.enter()) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    pass.leave();
                  }
                }
              }));
    }
    join(threads);
    assertThat(most.get()).isEqualTo(3);
    assertThat(List.of(limiter.pass(), limiter.pass(), limiter.pass()))
        .allMatch(ConcurrencyLimiter.Pass::enter);
    assertThat(limiter.pass().enter()).isFalse();
  }
}
