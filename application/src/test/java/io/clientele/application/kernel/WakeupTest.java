package io.clientele.application.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakeupTest {
  private static final Duration GAP = Duration.ofMillis(50);

  private long now = 1_000_000_000;
  private final List<Long> requested = new ArrayList<>();
  private final Wakeup wakeup = new Wakeup(GAP, () -> now);

  @Test
  void afterAQuietTimeTheRunIsAtOnce() {
    wakeup.runBy(requested::add);
    wakeup.wake();
    assertThat(requested).containsExactly(0L);
  }

  @Test
  void runsThatAreWokenBeginAGapApart() {
    wakeup.runBy(requested::add);
    wakeup.begin();
    now += 20_000_000;
    wakeup.wake();
    now += 40_000_000;
    wakeup.wake();
    assertThat(requested).containsExactly(30_000_000L, 0L);
  }

  @Test
  void aRetryDoesNotWaitForTheGap() {
    wakeup.runBy(requested::add);
    wakeup.begin();
    wakeup.retry(Duration.ofMillis(5));
    assertThat(requested).containsExactly(5_000_000L);
  }

  @Test
  void aWakeUpBeforeTheStartIsKept() {
    wakeup.wake();
    wakeup.wake();
    wakeup.runBy(requested::add);
    assertThat(requested).containsExactly(0L);
  }
}
