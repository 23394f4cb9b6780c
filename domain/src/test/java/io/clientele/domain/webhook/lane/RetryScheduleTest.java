package io.clientele.domain.webhook.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Refused;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"1,5", "2,15", "3,60", "4,150", "5,300", "6,600", "7,720", "8,720", "1000,720"})
  void eachWaitIsWithinAFifthOfItsPlace(int attempt, long seconds) {
    var random = new Random(attempt);
    var waits =
        IntStream.range(0, 1_000)
            .mapToLong(i -> wait(attempt, new Unreachable(Fault.TIMEOUT), random).toMillis())
            .summaryStatistics();
    assertThat(waits.getMin()).isBetween(seconds * 800, seconds * 810);
    assertThat(waits.getMax()).isBetween(seconds * 1_190, seconds * 1_200);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void aBusyEndpointIsLeftAloneForAtLeastAMinuteAndAtMostADay(int status) {
    assertThat(busy(status, null)).isEqualTo(Duration.ofSeconds(60));
    assertThat(busy(status, Duration.ZERO)).isEqualTo(Duration.ofSeconds(60));
    assertThat(busy(status, Duration.ofSeconds(-5))).isEqualTo(Duration.ofSeconds(60));
    assertThat(busy(status, Duration.ofMinutes(7))).isEqualTo(Duration.ofMinutes(7));
    assertThat(busy(status, Duration.ofDays(400))).isEqualTo(Duration.ofHours(24));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 404, 408, 428, 430, 500, 501, 505})
  void otherStatusesIgnoreRetryAfter(int status) {
    assertThat(busy(status, Duration.ofHours(1))).isLessThan(Duration.ofSeconds(7));
  }

  @Test
  void sevenRetriesTakeBetween24And37Minutes() {
    var random = new Random(7);
    for (var run = 0; run < 1_000; run++) {
      var total = Duration.ZERO;
      for (var attempt = 1; attempt < PoisonRule.COUNTED_MAX; attempt++) {
        total = total.plus(wait(attempt, new Refused(400, null), random));
      }
      assertThat(total).isBetween(Duration.ofMinutes(24), Duration.ofMinutes(38));
    }
  }

  private static Duration busy(int status, Duration retryAfter) {
    return wait(1, new Refused(status, retryAfter), new Random(1));
  }

  private static Duration wait(int attempt, DeliveryOutcome outcome, Random random) {
    return Duration.between(NOW, RetrySchedule.next(attempt, outcome, NOW, random));
  }
}
