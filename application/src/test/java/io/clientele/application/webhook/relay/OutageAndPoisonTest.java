package io.clientele.application.webhook.relay;

import static io.clientele.application.webhook.relay.RelaySimulation.CUT;
import static io.clientele.application.webhook.relay.RelaySimulation.REFUSED;
import static io.clientele.application.webhook.relay.RelaySimulation.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutageAndPoisonTest {
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  /** 14 are 100,000 in two hours. */
  private static final int EVENTS_A_SECOND = Integer.getInteger("clientele.outage.events", 4);

  private final RelaySimulation simulation = new RelaySimulation();

  @Test
  void anOutageOfTwoHoursLosesNothingAndSetsNothingAside() {
    var webhook = simulation.webhook(16);
    simulation.relay();
    simulation.run(Duration.ofMinutes(1), () -> simulation.appendBlock(10, 200));
    simulation.answers(message -> CUT);
    simulation.run(TWO_HOURS, () -> simulation.appendBlock(EVENTS_A_SECOND, 200));
    assertThat(simulation.stored(webhook).failingSince()).isNotNull();
    simulation.answers(message -> TAKEN);
    simulation.run(Duration.ofMinutes(2));
    assertThat(simulation.appended()).isGreaterThan(7_200L * EVENTS_A_SECOND);
    assertAllInOrder();
    assertThat(letters(webhook.id())).isEmpty();
    assertThat(simulation.stored(webhook).failingSince()).isNull();
  }

  @Test
  void duringAnOutageATestMessageIsSentEachHalfMinuteAndNoEvent() {
    simulation.webhook(16);
    simulation.relay();
    simulation.answers(message -> CUT);
    simulation.appendBlock(500, 200);
    simulation.run(Duration.ofMinutes(1));
    simulation.received.clear();
    simulation.run(Duration.ofMinutes(10));
    assertThat(simulation.received)
        .allMatch(RelaySimulation.Received::isTest)
        .hasSizeBetween(19, 21);
  }

  @Test
  void exactlyThePoisonIsSetAsideThroughAnOutage() {
    var webhook = simulation.webhook(16);
    simulation.relay();
    simulation.appendBlock(300, 40);
    var poison = simulation.append("7");
    simulation.feed.chain();
    simulation.answers(message -> message.id().equals(poison) ? REFUSED : TAKEN);
    var began = simulation.now();
    simulation.run(Duration.ofMinutes(5), () -> simulation.appendBlock(2, 40));
    simulation.answers(message -> CUT);
    simulation.run(TWO_HOURS, () -> simulation.appendBlock(2, 40));
    assertThat(letters(webhook.id())).isEmpty();
    simulation.answers(message -> message.id().equals(poison) ? REFUSED : TAKEN);
    simulation.run(Duration.ofHours(1), () -> simulation.appendBlock(2, 40));
    assertThat(letters(webhook.id())).extracting(DeadLetter::eventId).containsExactly(poison);
    assertThat(letters(webhook.id()).get(0).since())
        .isBefore(began.plus(TWO_HOURS).plus(Duration.ofMinutes(50)));
    assertThat(letters(webhook.id()).get(0).lastFault()).isEqualTo("400");
    assertThat(simulation.taken()).hasSize((int) simulation.appended() - 1);
    assertThat(simulation.taken()).extracting(WebhookMessage::id).doesNotContain(poison);
  }

  @Test
  void aPoisonWithoutOtherEventsIsProvenByTestMessages() {
    var webhook = simulation.webhook(16);
    simulation.relay();
    var poison = simulation.append("7");
    simulation.feed.chain();
    simulation.answers(message -> message.id().equals(poison) ? REFUSED : TAKEN);
    simulation.run(Duration.ofMinutes(29));
    assertThat(letters(webhook.id())).isEmpty();
    simulation.run(Duration.ofMinutes(17));
    assertThat(letters(webhook.id())).extracting(DeadLetter::eventId).containsExactly(poison);
  }

  @Test
  void thePoisonHoldsUpItsLaneOnly() {
    simulation.webhook(16);
    simulation.relay();
    var poison = simulation.append("7");
    simulation.feed.chain();
    simulation.answers(message -> message.id().equals(poison) ? REFUSED : TAKEN);
    simulation.appendBlock(900, 200);
    simulation.run(Duration.ofSeconds(3));
    assertThat(simulation.taken()).hasSizeBetween(750, 899);
  }

  @Test
  void aBusyEndpointIsLeftAloneInAllLanes() {
    simulation.webhook(16);
    simulation.relay();
    simulation.answers(message -> new DeliveryOutcome.Refused(503, Duration.ofMinutes(3)));
    simulation.appendBlock(100, 50);
    simulation.run(Duration.ofSeconds(1));
    var busy = simulation.received.size();
    simulation.answers(message -> TAKEN);
    simulation.run(Duration.ofSeconds(178));
    assertThat(simulation.received).hasSize(busy);
    simulation.run(Duration.ofSeconds(5));
    assertAllInOrder();
  }

  @Test
  void anEndpointThatIsGoneDisablesTheWebhook() {
    var webhook = simulation.webhook(16);
    simulation.relay();
    simulation.answers(message -> new DeliveryOutcome.Gone());
    simulation.appendBlock(100, 50);
    simulation.run(Duration.ofSeconds(2));
    assertThat(simulation.stored(webhook).status()).isEqualTo(WebhookStatus.DISABLED_GONE);
    var sent = simulation.received.size();
    simulation.run(Duration.ofMinutes(10));
    assertThat(simulation.received).hasSize(sent).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void fiveDaysOfNothingButFailuresDisableTheWebhook() {
    var webhook = simulation.webhook(2);
    simulation.relay();
    simulation.answers(message -> CUT);
    simulation.appendBlock(5, 5);
    simulation.run(Duration.ofDays(5).minusMinutes(1));
    assertThat(simulation.stored(webhook).isActive()).isTrue();
    simulation.run(Duration.ofMinutes(3));
    assertThat(simulation.stored(webhook).status()).isEqualTo(WebhookStatus.DISABLED_FAILING);
    assertThat(letters(webhook.id())).isEmpty();
  }

  @Test
  void aHundredDeadLettersInADayPauseTheWebhook() {
    var webhook = simulation.webhook(64);
    simulation.relay();
    for (var i = 0; i < 600; i++) {
      simulation.append(Integer.toString(i));
    }
    simulation.feed.chain();
    simulation.answers(message -> message.place() == null ? TAKEN : REFUSED);
    simulation.run(Duration.ofHours(3));
    assertThat(simulation.stored(webhook).status())
        .isEqualTo(WebhookStatus.PAUSED_TOO_MANY_DEAD_LETTERS);
    assertThat(letters(webhook.id()).size()).isBetween(DeadLetters.DAY_MAX, 128);
  }

  @Test
  void aWebhookThatWasStartedAgainStopsAfterAHundredMore() {
    var webhook = simulation.webhook(64);
    simulation.relay();
    IntStream.range(0, 600).forEach(i -> simulation.append(Integer.toString(i)));
    simulation.feed.chain();
    simulation.answers(message -> message.place() == null ? TAKEN : REFUSED);
    simulation.run(Duration.ofHours(3));
    assertThat(simulation.stored(webhook).isActive()).isFalse();
    var before = letters(webhook.id()).size();
    simulation.start(webhook);
    simulation.run(Duration.ofMinutes(50));
    assertThat(letters(webhook.id())).hasSizeGreaterThan(before);
    assertThat(simulation.stored(webhook).isActive()).isTrue();
    simulation.run(Duration.ofHours(2));
    assertThat(simulation.stored(webhook).status())
        .isEqualTo(WebhookStatus.PAUSED_TOO_MANY_DEAD_LETTERS);
  }

  @Test
  void theLagInPositionsGrowsDuringAnOutageAndEndsAfterIt() {
    simulation.webhook(4);
    simulation.relay();
    simulation.answers(message -> CUT);
    simulation.run(Duration.ofMinutes(2), () -> simulation.appendBlock(1, 20));
    assertThat(simulation.positionsBehind).isBetween(100L * 1_024, 121L * 1_024);
    simulation.answers(message -> TAKEN);
    simulation.run(Duration.ofMinutes(2));
    assertThat(simulation.positionsBehind).isZero();
  }

  private List<DeadLetter> letters(WebhookId webhook) {
    return simulation.stores.deadLetters().list(webhook, null, 1_000);
  }

  private void assertAllInOrder() {
    assertThat(simulation.taken()).hasSize((int) simulation.appended());
    assertThat(simulation.versionsBySubject())
        .allSatisfy(
            (subject, versions) ->
                assertThat(versions)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, versions.size()).boxed().toList()));
  }
}
