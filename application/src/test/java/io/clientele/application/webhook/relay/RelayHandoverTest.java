package io.clientele.application.webhook.relay;

import static io.clientele.application.webhook.relay.RelaySimulation.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RelayHandoverTest {
  private final RelaySimulation simulation = new RelaySimulation();

  @Test
  void afterAKillAnotherRelaySendsAtMostASecondOfEventsAgainInTheSameOrder() {
    simulation.webhook(16);
    for (var kills = 0; kills < 20; kills++) {
      var relay = simulation.relay();
      simulation.run(Duration.ofSeconds(25), () -> simulation.appendBlock(20, 50));
      simulation.kill(relay);
    }
    simulation.relay();
    simulation.run(Duration.ofSeconds(30));
    assertAllInOrder();
    assertThat(simulation.received.size() - simulation.taken().size())
        .isLessThanOrEqualTo(20 * 2 * 20);
  }

  @Test
  void aRelayThatStopsGivesItsLanesToOthersAndNothingIsSentTwice() {
    simulation.webhook(16);
    var first = simulation.relay();
    simulation.run(Duration.ofSeconds(5), () -> simulation.appendBlock(20, 50));
    first.retire();
    simulation.relay();
    simulation.run(Duration.ofSeconds(5), () -> simulation.appendBlock(20, 50));
    simulation.run(Duration.ofSeconds(2));
    assertAllInOrder();
    assertThat(simulation.received).hasSize(simulation.taken().size());
  }

  @Test
  void relaysShareTheLanesEvenly() {
    var webhook = simulation.webhook(16);
    simulation.relay();
    simulation.run(Duration.ofSeconds(3));
    simulation.relay();
    simulation.run(Duration.ofSeconds(10), () -> simulation.appendBlock(20, 50));
    simulation.relay();
    simulation.run(Duration.ofSeconds(10), () -> simulation.appendBlock(20, 50));
    simulation.run(Duration.ofSeconds(3));
    assertAllInOrder();
    assertThat(simulation.received).hasSize(simulation.taken().size());
    assertThat(simulation.lanesByRelay(webhook)).containsExactlyInAnyOrder(6, 6, 4);
  }

  @Test
  void aRelayThatCannotRenewSendsNothingAndGoesOnAfterwards() {
    simulation.webhook(16);
    var relay = simulation.relay();
    simulation.run(Duration.ofSeconds(3), () -> simulation.appendBlock(20, 50));
    simulation.stores.startOutage();
    simulation.appendBlock(20, 50);
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> simulation.run(Duration.ofSeconds(7)));
    simulation.skip(Duration.ofMinutes(2));
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(relay::step);
    simulation.stores.endOutage();
    simulation.run(Duration.ofSeconds(5), () -> simulation.appendBlock(20, 50));
    simulation.run(Duration.ofSeconds(2));
    assertAllInOrder();
  }

  @Test
  void aPauseIsKnownWithinASecondAndTheRestIsSentAfterwards() {
    var webhook = simulation.webhook(4);
    simulation.relay();
    simulation.run(Duration.ofSeconds(2), () -> simulation.appendBlock(5, 10));
    var paused = change(webhook, webhook.profile(), WebhookStatus.PAUSED);
    simulation.run(Duration.ofSeconds(1));
    var sent = simulation.received.size();
    simulation.run(Duration.ofSeconds(20), () -> simulation.appendBlock(5, 10));
    assertThat(simulation.received).hasSize(sent);
    change(paused, webhook.profile(), WebhookStatus.ACTIVE);
    simulation.run(Duration.ofSeconds(3));
    assertAllInOrder();
  }

  @Test
  void onlySelectedTypesAreSentAndAChangeOfTypesAppliesToWhatWaits() {
    var webhook = simulation.webhook(4, "account.*", Payload.THIN);
    simulation.relay();
    simulation.run(Duration.ofSeconds(3), () -> simulation.appendBlock(5, 10));
    assertThat(simulation.received).isEmpty();
    var filter = new EventFilter(Set.of("operator.changed"), null);
    var of = webhook.profile();
    var changed =
        change(
            webhook,
            new WebhookProfile(of.name(), of.url(), filter, of.payload()),
            WebhookStatus.ACTIVE);
    simulation.run(Duration.ofSeconds(1));
    simulation.run(Duration.ofSeconds(3), () -> simulation.appendBlock(5, 10));
    simulation.run(Duration.ofSeconds(2));
    assertThat(simulation.taken()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(simulation.stored(changed).version()).isEqualTo(2);
  }

  @Test
  void aWebhookThatIsMovedBackSendsItsEventsAgain() {
    var webhook = simulation.webhook(4);
    simulation.relay();
    simulation.appendBlock(50, 10);
    simulation.run(Duration.ofSeconds(3));
    var back =
        webhook.change(
            webhook.profile(), WebhookStatus.ACTIVE, EventPosition.START, simulation.by());
    simulation.stores.webhooks().save(back, EventPosition.START);
    simulation.run(Duration.ofSeconds(3));
    assertThat(simulation.received).hasSize(100);
  }

  @Test
  void aRedeliveryIsSentOnceInOrderBetweenLiveEventsAndEndsADeadLetter() {
    var webhook = simulation.webhook(1);
    simulation.relay();
    simulation.appendBlock(40, 5);
    simulation.run(Duration.ofSeconds(3));
    var positions =
        simulation.taken().stream()
            .map(message -> Objects.requireNonNull(message.place()).position())
            .toList();
    simulation
        .stores
        .deadLetters()
        .add(
            new DeadLetter(
                webhook.id(), positions.get(3), new UUID(1, 1), simulation.now(), 8, "400"));
    var requested =
        Redelivery.request(
            RedeliveryId.of(simulation.now(), new Random(1)),
            webhook.id(),
            positions.subList(3, 13),
            simulation.by());
    simulation.stores.redeliveries().add(requested);
    simulation.received.clear();
    simulation.run(Duration.ofSeconds(30), () -> simulation.appendBlock(1, 5));
    assertThat(again(simulation.received)).containsExactlyElementsOf(positions.subList(3, 13));
    var done =
        simulation.stores.redeliveries().find(webhook.id(), requested.state().id()).orElseThrow();
    assertThat(done.isDone()).isTrue();
    assertThat(done.failed()).isZero();
    assertThat(simulation.stores.deadLetters().list(webhook.id(), null, 9)).isEmpty();
  }

  @Test
  void aLostChainPausesAllWebhooksOnce() {
    var first = simulation.webhook(4);
    var second = simulation.webhook(4);
    var relay = simulation.relay();
    simulation.run(Duration.ofSeconds(3), () -> simulation.appendBlock(5, 10));
    relay.chainLost();
    simulation.run(Duration.ofSeconds(1));
    assertThat(simulation.stored(first).status()).isEqualTo(WebhookStatus.PAUSED_CHAIN_LOST);
    assertThat(simulation.stored(second).status()).isEqualTo(WebhookStatus.PAUSED_CHAIN_LOST);
    var sent = simulation.received.size();
    simulation.run(Duration.ofSeconds(3), () -> simulation.appendBlock(5, 10));
    assertThat(simulation.received).hasSize(sent);
    change(simulation.stored(first), first.profile(), WebhookStatus.ACTIVE);
    simulation.run(Duration.ofSeconds(3));
    assertThat(simulation.stored(first).isActive()).isTrue();
    assertThat(simulation.received.size()).isGreaterThan(sent);
  }

  @Test
  void theStateOfAnAccountThatIsErasedMeanwhileIsNotSent() {
    simulation.webhook(1, "account.*", Payload.FULL);
    simulation.relay();
    simulation.answers(message -> RelaySimulation.CUT);
    var kept = new Sample(1).id();
    var erased = new Sample(2).id();
    simulation.appendAccount(kept);
    simulation.appendAccount(erased);
    simulation.run(Duration.ofSeconds(2));
    assertThat(simulation.received.get(0).message().body()).contains("\"data\":{\"name\":\"Ada\"}");
    simulation.feed.forget(erased);
    simulation.received.clear();
    simulation.answers(message -> TAKEN);
    simulation.run(Duration.ofMinutes(1));
    assertThat(simulation.taken()).hasSize(2);
    assertThat(simulation.taken().get(0).body()).contains("Ada");
    assertThat(simulation.taken().get(1).body()).contains("\"erased\":true").doesNotContain("Ada");
  }

  @Test
  void lostAnswersOnlyRepeatMessages() {
    simulation.webhook(8);
    simulation.relay();
    var random = new Random(5);
    simulation.answers(message -> random.nextInt(10) == 0 ? RelaySimulation.CUT : TAKEN);
    simulation.run(Duration.ofMinutes(10), () -> simulation.appendBlock(3, 50));
    simulation.answers(message -> TAKEN);
    simulation.run(Duration.ofMinutes(15));
    assertAllInOrder();
  }

  private Webhook change(Webhook webhook, WebhookProfile profile, WebhookStatus status) {
    var changed = webhook.change(profile, status, simulation.by());
    simulation.stores.webhooks().save(changed, null);
    return simulation.stored(webhook);
  }

  private static List<EventPosition> again(List<RelaySimulation.Received> received) {
    var positions = new ArrayList<EventPosition>();
    for (var each : received) {
      var place = each.message().place();
      if (place != null && place.isRedelivery()) {
        positions.add(place.position());
      }
    }
    return positions;
  }

  private void assertAllInOrder() {
    assertThat(simulation.taken())
        .extracting(WebhookMessage::id)
        .hasSize((int) simulation.appended());
    assertThat(simulation.versionsBySubject())
        .allSatisfy(
            (subject, versions) ->
                assertThat(versions)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, versions.size()).boxed().toList()));
  }
}
