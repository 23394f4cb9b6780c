package io.clientele.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedHealthCheckTest {
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger under = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicBoolean isUp = new AtomicBoolean(true);
  private final CountDownLatch go = new CountDownLatch(1);
  private final CoalescedHealthCheck looks =
      new CoalescedHealthCheck(
          List.of(
              new HealthCheck("it", true, this::look),
              new HealthCheck("other", false, () -> true)));

  @Test
  void concurrentRequestsShareACheckThatStartsAfterThem() throws Exception {
    var first = asked();
    while (begun.get() == 0) {
      Thread.onSpinWait();
    }
    isUp.set(false);
    var crowd = new ArrayList<CompletableFuture<Map<String, Boolean>>>();
    for (var i = 0; i < 200; i++) {
      crowd.add(asked());
    }
    while (looks.waiting() < 200) {
      Thread.onSpinWait();
    }
    go.countDown();

    assertThat(first.get()).isEqualTo(Map.of("it", true, "other", true));
    for (var each : crowd) {
      assertThat(each.get()).isEqualTo(Map.of("it", false, "other", true));
    }
    assertThat(begun).hasValue(2);
    assertThat(most).hasValue(1);
  }

  @Test
  void aLaterRequestHasItsOwnCheck() {
    go.countDown();
    assertThat(looks.states()).containsEntry("it", true);
    isUp.set(false);
    assertThat(looks.states()).containsEntry("it", false);
  }

  private CompletableFuture<Map<String, Boolean>> asked() {
    return CompletableFuture.supplyAsync(looks::states, Thread::startVirtualThread);
  }

  /** What it was when the look began. */
  private boolean look() {
    var was = isUp.get();
    begun.incrementAndGet();
    most.accumulateAndGet(under.incrementAndGet(), Math::max);
    try {
      go.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    under.decrementAndGet();
    return was;
  }
}
