package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LagTrackerTest {
  private final LagTracker ages = new LagTracker();

  @Test
  void withoutBatchesTheLagIsZero() {
    assertThat(ages.oldest(at(5))).isZero();
  }

  @Test
  void theOldestIsAsOldAsItsBatch() {
    ages.formed(1, at(0));
    ages.formed(2, at(3));
    assertThat(ages.oldest(at(5))).isEqualTo(Duration.ofSeconds(5));
    ages.pruned(1, 2, at(5));
    assertThat(ages.oldest(at(5))).isEqualTo(Duration.ofSeconds(2));
    ages.pruned(2, 2, at(6));
    assertThat(ages.oldest(at(9))).isZero();
  }

  @Test
  void batchesOfOneSecondShareOneSample() {
    ages.formed(1, at(0));
    ages.formed(2, at(0) + 1_000_000);
    ages.pruned(1, 2, at(10));
    assertThat(ages.oldest(at(11)))
        .as("the second is unknown, and at most as old as now")
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void afterTheOnlyBatchIsTakenBackTheLagIsZero() {
    ages.formed(1, at(0));
    ages.takenBack(0, false);
    assertThat(ages.oldest(at(5))).isZero();
  }

  @Test
  void batchesBeforeATakenBackOneKeepTheirAge() {
    ages.formed(1, at(0));
    ages.formed(2, at(3));
    ages.takenBack(1, true);
    assertThat(ages.oldest(at(5))).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theSampleOfATakenBackBatchStaysForEarlierBatches() {
    ages.formed(1, at(0));
    ages.formed(2, at(0) + 1_000_000);
    ages.pruned(1, 3, at(2));
    ages.takenBack(2, true);
    assertThat(ages.oldest(at(5))).isEqualTo(Duration.ofSeconds(3));
    ages.pruned(2, 2, at(5));
    assertThat(ages.oldest(at(5))).isZero();
  }

  @Test
  void theNumberOfSamplesIsBounded() {
    for (var seq = 1; seq <= 5_000; seq++) {
      ages.formed(seq, at(seq));
    }
    ages.pruned(1_000, 5_000, at(5_001));
    assertThat(ages.oldest(at(5_001))).as("the rest of them").isZero();
  }

  /** A clock whose nanoseconds overflow after the first second. */
  private static long at(long seconds) {
    return Long.MAX_VALUE - 1_000_000_000 + Duration.ofSeconds(seconds).toNanos();
  }
}
