package io.clientele.domain.webhook.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Refused;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndpointHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final DeliveryOutcome TIMEOUT = new Unreachable(Fault.TIMEOUT);

  @Test
  void fiveFailuresInARowAndNoSuccessForHalfAMinuteAreDown() {
    var health = EndpointHealth.untried(null).succeeded(NOW);
    for (var failures = 1; failures <= 4; failures++) {
      health = health.failed(TIMEOUT, NOW.plusSeconds(1));
    }
    assertThat(health.isDown(NOW.plusSeconds(300))).isFalse();
    health = health.failed(TIMEOUT, NOW.plusSeconds(2));
    assertThat(health.isDown(NOW.plusMillis(29_999))).isFalse();
    assertThat(health.isDown(NOW.plusSeconds(30))).isTrue();
    assertThat(health.succeeded(NOW.plusSeconds(40)).isDown(NOW.plusSeconds(300))).isFalse();
  }

  @Test
  void anEndpointThatNeverTookAnythingIsDownAfterFiveFailures() {
    var health = EndpointHealth.untried(null);
    for (var failures = 1; failures <= 5; failures++) {
      assertThat(health.isDown(NOW)).isFalse();
      health = health.failed(TIMEOUT, NOW);
    }
    assertThat(health.isDown(NOW)).isTrue();
  }

  @Test
  void testMessagesThatFailAreNoDeliveriesInARow() {
    var health = EndpointHealth.untried(null);
    for (var failures = 1; failures <= 9; failures++) {
      health = health.probeFailed(TIMEOUT, NOW);
    }
    assertThat(health.isDown(NOW)).isFalse();
    assertThat(health.failingSince()).isEqualTo(NOW);
  }

  @Test
  void anEndpointIsGivenUpAfterFiveDaysOfNothingButFailures() {
    var health = EndpointHealth.untried(null).failed(TIMEOUT, NOW);
    var end = NOW.plus(Duration.ofDays(5));
    health = health.failed(TIMEOUT, NOW.plusSeconds(60)).probeFailed(TIMEOUT, end);
    assertThat(health.isGivenUp(end.minusMillis(1))).isFalse();
    assertThat(health.isGivenUp(end)).isTrue();
    assertThat(health.succeeded(end).isGivenUp(end)).isFalse();
    assertThat(EndpointHealth.untried(NOW).isGivenUp(end)).isTrue();
  }

  @Test
  void aBusyEndpointIsLeftAloneUntilTheTimeThatItAskedFor() {
    var busy = new Refused(503, Duration.ofMinutes(3));
    var health = EndpointHealth.untried(null).failed(busy, NOW);
    assertThat(health.isBusy(NOW.plusSeconds(179))).isTrue();
    assertThat(health.isBusy(NOW.plusSeconds(180))).isFalse();
    assertThat(health.failed(TIMEOUT, NOW.plusSeconds(1)).isBusy(NOW.plusSeconds(60))).isTrue();
    assertThat(EndpointHealth.untried(null).failed(TIMEOUT, NOW).isBusy(NOW)).isFalse();
  }
}
