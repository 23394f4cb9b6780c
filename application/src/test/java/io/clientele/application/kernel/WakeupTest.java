package io.clientele.application.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WakeupTest {
  private static final long HOUR = Duration.ofHours(1).toNanos();
  private static final Duration GAP = Duration.ofMillis(50);

  private long now = 1_000_000_000;

  @Test
  void theFirstWakeUpIsAtOnce() throws InterruptedException {
    var wakeup = new Wakeup(GAP, () -> now);
    wakeup.wake();
    wakeup.await(HOUR);
    assertThat(now).isEqualTo(1_000_000_000);
  }

  @Test
  void runsThatAreWokenBeginAGapApart() throws InterruptedException {
    var wakeup = new Wakeup(GAP);
    var began = System.nanoTime();
    for (var i = 0; i < 5; i++) {
      wakeup.wake();
      wakeup.wake();
      wakeup.await(HOUR);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(GAP.multipliedBy(4), GAP.multipliedBy(40));
  }

  @Test
  void aRetryDoesNotWaitForTheGap() throws InterruptedException {
    var wakeup = new Wakeup(Duration.ofMinutes(10));
    wakeup.wake();
    wakeup.await(HOUR);
    wakeup.wake();
    wakeup.retry(Duration.ofMillis(5));
    var began = System.nanoTime();
    wakeup.await(HOUR);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aWakeUpEndsAWaitThatHasBegun() throws InterruptedException {
    var wakeup = new Wakeup(GAP);
    var waker = CompletableFuture.runAsync(wakeup::wake);
    wakeup.await(HOUR);
    waker.join();
  }

  @Test
  void withoutAWakeUpThePauseEndsTheWait() throws InterruptedException {
    var wakeup = new Wakeup(GAP);
    var began = System.nanoTime();
    wakeup.await(20_000_000);
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void aStopEndsTheWait() throws InterruptedException {
    var wakeup = new Wakeup(GAP);
    wakeup.stop();
    var began = System.nanoTime();
    wakeup.await(HOUR);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
  }
}
