package io.clientele.domain.webhook.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Refused;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoisonRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final DeliveryOutcome REFUSED = new Refused(400, null);
  private static final EndpointHealth UNTRIED = EndpointHealth.UNTRIED;

  @Test
  void theFirstFailureOfAnEventCounts() {
    var lane = PoisonRule.judge(LaneFailures.NONE, UNTRIED, REFUSED, NOW);
    assertThat(lane).isEqualTo(new LaneFailures(1, 1, NOW, NOW, null));
  }

  @Test
  void anOutageOfTwoDaysCountsOneFailure() {
    var lane = LaneFailures.NONE;
    var endpoint = UNTRIED.succeeded(NOW.minusSeconds(1));
    for (var minutes = 0; minutes < 2 * 24 * 60; minutes += 12) {
      var at = NOW.plus(Duration.ofMinutes(minutes));
      lane = PoisonRule.judge(lane, endpoint, new Unreachable(Fault.CONNECT), at);
      endpoint = endpoint.failed(new Unreachable(Fault.CONNECT), at);
    }
    assertThat(lane.attempts()).isEqualTo(240);
    assertThat(lane.counted()).isEqualTo(1);
    assertThat(PoisonRule.isPoison(lane)).isFalse();
  }

  @Test
  void aFailureCountsAfterAnotherDeliverySucceededLaterThanTheLastOneThatCounted() {
    var lane = PoisonRule.judge(LaneFailures.NONE, UNTRIED, REFUSED, NOW);
    var before = UNTRIED.succeeded(NOW.minusSeconds(1));
    var same = UNTRIED.succeeded(NOW);
    var after = UNTRIED.succeeded(NOW.plusSeconds(1));
    var then = NOW.plusSeconds(5);
    assertThat(PoisonRule.judge(lane, before, REFUSED, then).counted()).isEqualTo(1);
    assertThat(PoisonRule.judge(lane, same, REFUSED, then).counted()).isEqualTo(1);
    assertThat(PoisonRule.judge(lane, after, REFUSED, then))
        .isEqualTo(new LaneFailures(2, 2, NOW, then, null));
  }

  @Test
  void aTestMessageIsNeededUntilASuccessIsLaterThanTheLastCountedFailure() {
    var lane = PoisonRule.judge(LaneFailures.NONE, UNTRIED, REFUSED, NOW);
    assertThat(PoisonRule.needsProof(LaneFailures.NONE, UNTRIED)).isFalse();
    assertThat(PoisonRule.needsProof(lane, UNTRIED)).isTrue();
    assertThat(PoisonRule.needsProof(lane, UNTRIED.succeeded(NOW))).isTrue();
    assertThat(PoisonRule.needsProof(lane, UNTRIED.succeeded(NOW.plusMillis(1)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void aBusyEndpointNeverCounts(int status) {
    var endpoint = UNTRIED.succeeded(NOW.minusSeconds(1));
    var lane = PoisonRule.judge(LaneFailures.NONE, endpoint, new Refused(status, null), NOW);
    assertThat(lane).isEqualTo(new LaneFailures(1, 0, null, null, null));
  }

  @Test
  void eightCountedFailuresAreAPoisonOnceTheySpanHalfAnHour() {
    assertThat(PoisonRule.isPoison(counted(7, Duration.ofHours(5)))).isFalse();
    assertThat(PoisonRule.isPoison(counted(8, Duration.ofMinutes(30).minusNanos(1)))).isFalse();
    assertThat(PoisonRule.isPoison(counted(8, Duration.ofMinutes(30)))).isTrue();
    assertThat(PoisonRule.isPoison(counted(20, Duration.ofMinutes(31)))).isTrue();
  }

  @Test
  void aPoisonHoldsItsLaneFor30To45MinutesWhenTheEndpointTakesOtherMessages() {
    for (var seed = 0; seed < 1_000; seed++) {
      var random = new Random(seed);
      var lane = LaneFailures.NONE;
      var at = NOW;
      while (true) {
        lane = PoisonRule.judge(lane, UNTRIED.succeeded(at.minusMillis(1)), REFUSED, at);
        if (PoisonRule.isPoison(lane)) {
          break;
        }
        at = RetrySchedule.next(lane.attempts(), REFUSED, at, random);
      }
      assertThat(Duration.between(NOW, at)).isBetween(PoisonRule.SPAN_MIN, Duration.ofMinutes(45));
    }
  }

  private static LaneFailures counted(int count, Duration span) {
    return new LaneFailures(count, count, NOW, NOW.plus(span), null);
  }
}
