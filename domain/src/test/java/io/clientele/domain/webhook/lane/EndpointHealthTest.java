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
    var health = EndpointHealth.UNTRIED.succeeded(NOW);
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
    var health = EndpointHealth.UNTRIED;
    for (var failures = 1; failures <= 5; failures++) {
      assertThat(health.isDown(NOW)).isFalse();
      health = health.failed(TIMEOUT, NOW);
    }
    assertThat(health.isDown(NOW)).isTrue();
  }

  @Test
  void testMessagesThatFailAreNoDeliveriesInARow() {
    var health = EndpointHealth.UNTRIED;
    for (var failures = 1; failures <= 9; failures++) {
      health = health.probeFailed(TIMEOUT, NOW);
    }
    assertThat(health.isDown(NOW)).isFalse();
    assertThat(health.failingSince()).isEqualTo(NOW);
  }

  @Test
  void anEndpointIsGivenUpAfterFiveDaysOfNothingButFailures() {
    var health = EndpointHealth.UNTRIED.failed(TIMEOUT, NOW);
    var end = NOW.plus(Duration.ofDays(5));
    health = health.failed(TIMEOUT, NOW.plusSeconds(60)).probeFailed(TIMEOUT, end);
    assertThat(health.isGivenUp(end.minusMillis(1))).isFalse();
    assertThat(health.isGivenUp(end)).isTrue();
    assertThat(health.succeeded(end).isGivenUp(end)).isFalse();
    assertThat(new EndpointHealth(0, null, NOW, null).isGivenUp(end)).isTrue();
  }

  @Test
  void aBusyEndpointIsLeftAloneUntilTheTimeThatItAskedFor() {
    var busy = new Refused(503, Duration.ofMinutes(3));
    var health = EndpointHealth.UNTRIED.failed(busy, NOW);
    assertThat(health.isBusy(NOW.plusSeconds(179))).isTrue();
    assertThat(health.isBusy(NOW.plusSeconds(180))).isFalse();
    assertThat(health.failed(TIMEOUT, NOW.plusSeconds(1)).isBusy(NOW.plusSeconds(60))).isTrue();
    assertThat(EndpointHealth.UNTRIED.failed(TIMEOUT, NOW).isBusy(NOW)).isFalse();
  }

  @Test
  void failuresOfSeveralInstancesAddUpUntilOneOfThemSucceeds() {
    var three = failed(3, NOW);
    var two = failed(2, NOW.plusSeconds(40));
    var down = EndpointHealth.UNTRIED.then(three).then(two);
    assertThat(down.failuresInRow()).isEqualTo(5);
    assertThat(down.failingSince()).isEqualTo(NOW);
    assertThat(down.isDown(NOW.plusSeconds(41))).isTrue();
    var taken = EndpointHealth.UNTRIED.succeeded(NOW.plusSeconds(50));
    assertThat(down.then(taken)).isEqualTo(taken);
    assertThat(down.then(EndpointHealth.UNTRIED)).isEqualTo(down);
  }

  @Test
  void aSuccessThatWasReportedAfterALaterFailureDoesNotEndIt() {
    var failing = EndpointHealth.UNTRIED.then(failed(5, NOW.plusSeconds(60)));
    var late = failing.then(EndpointHealth.UNTRIED.succeeded(NOW));
    assertThat(late.failuresInRow()).isEqualTo(5);
    assertThat(late.lastSuccess()).isEqualTo(NOW);
  }

  @Test
  void theLongestWaitThatAnEndpointAskedForCounts() {
    var slow = EndpointHealth.UNTRIED.failed(busy(Duration.ofMinutes(9)), NOW);
    var soon = EndpointHealth.UNTRIED.failed(busy(Duration.ofMinutes(2)), NOW.plusSeconds(1));
    assertThat(slow.then(soon).busyUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(9)));
    assertThat(soon.then(slow).busyUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(9)));
  }

  private static EndpointHealth failed(int times, Instant at) {
    var health = EndpointHealth.UNTRIED;
    for (var i = 0; i < times; i++) {
      health = health.failed(new DeliveryOutcome.Unreachable(Fault.CONNECT), at);
    }
    return health;
  }

  private static DeliveryOutcome busy(Duration wait) {
    return new DeliveryOutcome.Refused(503, wait);
  }
}
