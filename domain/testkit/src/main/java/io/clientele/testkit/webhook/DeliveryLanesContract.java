package io.clientele.testkit.webhook;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static io.clientele.testkit.webhook.WebhookSamples.NOW;
import static io.clientele.testkit.webhook.WebhookSamples.given;
import static io.clientele.testkit.webhook.WebhookSamples.position;
import static io.clientele.testkit.webhook.WebhookSamples.profile;
import static io.clientele.testkit.webhook.WebhookSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.Webhooks.Saved;
import io.clientele.domain.webhook.lane.ClaimedLane;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.domain.webhook.lane.DeliveryLanes.Stored;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.LaneFailures;
import io.clientele.domain.webhook.lane.LaneLease;
import io.clientele.domain.webhook.lane.LaneProgress;
import io.clientele.domain.webhook.lane.RelayId;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A lane has one owner, who alone moves it. Implement it in the test of your own {@link
 * DeliveryLanes}.
 */
public interface DeliveryLanesContract extends EndpointHealthContract {
  /** An instance. */
  RelayId ONE = new RelayId(new UUID(1, 1));

  /** Another instance. */
  RelayId OTHER = new RelayId(new UUID(2, 2));

  /** How long an instance lives after it renewed. */
  Duration LEASE = Duration.ofSeconds(10);

  @Test
  default void aClaimTakesAtMostItsLimitAndWhatIsClaimedIsNotClaimedAgain() {
    var lanes = lanes(given(webhooks().webhooks(), 1, 5, position(3)));
    assertThat(lanes.claim(ONE, 2, NOW)).hasSize(2);
    var others = lanes.claim(OTHER, 9, NOW);
    assertThat(others).hasSize(3);
    assertThat(others).allSatisfy(lane -> assertThat(lane.position()).isEqualTo(position(3)));
    assertThat(lanes.claim(ONE, 9, NOW)).isEmpty();
    assertThat(lanes.held(ONE)).hasSize(2);
    assertThat(lanes.held(OTHER)).containsExactlyInAnyOrderElementsOf(leases(others));
  }

  @Test
  default void concurrentClaimsShareTheLanes() {
    var lanes = lanes(given(webhooks().webhooks(), 1, 32, position(1)));
    var claimed = together(8, i -> lanes.claim(i % 2 == 0 ? ONE : OTHER, 4, NOW));
    assertThat(claimed).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(4));
    var all = claimed.stream().flatMap(List::stream).map(lane -> lane.lease().lane()).toList();
    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(3);
  }

  @Test
  default void anInstanceThatNoLongerRenewsLosesItsLanes() {
    var lanes = lanes(given(webhooks().webhooks(), 1, 1, position(1)));
    var before = only(lanes.claim(ONE, 9, NOW));
    assertThat(lanes.claim(OTHER, 9, NOW.plus(LEASE).minusMillis(1))).isEmpty();
    lanes.renew(OTHER, NOW, NOW.plus(LEASE).plus(LEASE));
    var after = only(lanes.claim(OTHER, 9, NOW.plus(LEASE)));
    assertThat(after.epoch()).isGreaterThan(before.epoch());
    lanes.advance(List.of(new LaneProgress(before, position(9))), Map.of());
    assertThat(lanes.fail(before, counted())).isEqualTo(Stored.LEASE_LOST);
    lanes.release(List.of(before));
    assertThat(lanes.held(ONE)).isEmpty();
    assertThat(lanes.held(OTHER)).containsExactly(after);
    assertThat(lanes.positions(after.webhook()).orElseThrow().slowest()).isEqualTo(position(1));
  }

  @Test
  default void livingInstancesAreCounted() {
    var lanes = webhooks().lanes();
    assertThat(lanes.renew(ONE, NOW, NOW.plus(LEASE))).isEqualTo(1);
    assertThat(lanes.renew(OTHER, NOW, NOW.plusSeconds(60))).isEqualTo(2);
    assertThat(lanes.renew(OTHER, NOW.plus(LEASE), NOW.plusSeconds(60))).isEqualTo(1);
    lanes.retire(OTHER);
    assertThat(lanes.renew(ONE, NOW, NOW.plus(LEASE))).isEqualTo(1);
  }

  @Test
  default void positionsOfOneOwnerLeaveThoseOfOthersAlone() {
    var webhook = given(webhooks().webhooks(), 1, 3, position(1));
    var lanes = lanes(webhook);
    var ones = leases(lanes.claim(ONE, 2, NOW));
    var other = only(lanes.claim(OTHER, 9, NOW));
    lanes.advance(
        List.of(new LaneProgress(other, position(8))),
        Map.of(webhook.id(), EndpointHealth.UNTRIED.succeeded(NOW)));
    lanes.advance(
        List.of(
            new LaneProgress(ones.get(0), position(4)), new LaneProgress(ones.get(1), position(5))),
        Map.of());
    var positions = lanes.positions(webhook.id()).orElseThrow();
    assertThat(positions.byLane().get(ones.get(0).lane())).isEqualTo(position(4));
    assertThat(positions.byLane().get(ones.get(1).lane())).isEqualTo(position(5));
    assertThat(positions.byLane().get(other.lane())).isEqualTo(position(8));
    assertThat(positions.slowest()).isEqualTo(position(4));
    assertThat(positions.lastSuccess()).isEqualTo(NOW);
  }

  @Test
  default void concurrentOwnersEachStoreTheirPositions() {
    var webhook = given(webhooks().webhooks(), 1, 8, position(1));
    var lanes = lanes(webhook);
    var leases = leases(lanes.claim(ONE, 8, NOW));
    together(
        8,
        i -> {
          for (var block = 2; block < 12; block++) {
            lanes.advance(List.of(new LaneProgress(leases.get(i), position(block))), Map.of());
          }
          return true;
        });
    assertThat(lanes.positions(webhook.id()).orElseThrow().byLane())
        .containsOnly(position(11))
        .hasSize(8);
  }

  @Test
  default void aReleasedLaneIsClaimedWithItsPositionAndItsFailures() {
    var lanes = lanes(given(webhooks().webhooks(), 1, 1, position(1)));
    var lease = only(lanes.claim(ONE, 9, NOW));
    lanes.advance(List.of(new LaneProgress(lease, position(6))), Map.of());
    assertThat(lanes.fail(lease, counted())).isEqualTo(Stored.STORED);
    lanes.release(List.of(lease));
    assertThat(lanes.held(ONE)).isEmpty();
    var claimed = lanes.claim(OTHER, 9, NOW).get(0);
    assertThat(claimed.position()).isEqualTo(position(6));
    assertThat(claimed.failures()).isEqualTo(counted());
    assertThat(lanes.fail(claimed.lease(), LaneFailures.NONE)).isEqualTo(Stored.STORED);
    lanes.retire(OTHER);
    assertThat(lanes.claim(ONE, 9, NOW).get(0).failures()).isEqualTo(LaneFailures.NONE);
  }

  @Test
  default void onlyLanesOfActiveWebhooksAreHeldAndClaimed() {
    var webhooks = webhooks().webhooks();
    var webhook = given(webhooks, 1, 2, position(1));
    var lanes = lanes(webhook);
    lanes.claim(ONE, 1, NOW);
    var paused = with(webhooks, webhook, WebhookStatus.PAUSED);
    assertThat(lanes.held(ONE)).isEmpty();
    assertThat(lanes.claim(OTHER, 9, NOW)).isEmpty();
    with(webhooks, paused, WebhookStatus.ACTIVE);
    assertThat(lanes.held(ONE)).hasSize(1);
    assertThat(lanes.claim(OTHER, 9, NOW)).hasSize(1);
  }

  @Test
  default void anotherPositionEndsTheLeasesAndTheFailures() {
    var webhooks = webhooks().webhooks();
    var webhook = given(webhooks, 1, 2, position(5));
    var lanes = lanes(webhook);
    var before = leases(lanes.claim(ONE, 9, NOW));
    lanes.fail(before.get(0), counted());
    var changed = webhook.change(profile("again"), WebhookStatus.ACTIVE, new Sample(1).act());
    assertThat(webhooks.save(changed, position(2))).isEqualTo(Saved.STORED);
    lanes.advance(List.of(new LaneProgress(before.get(0), position(9))), Map.of());
    assertThat(lanes.held(ONE)).isEmpty();
    assertThat(lanes.claim(ONE, 9, NOW))
        .hasSize(2)
        .allSatisfy(
            lane -> {
              assertThat(lane.position()).isEqualTo(position(2));
              assertThat(lane.failures()).isEqualTo(LaneFailures.NONE);
            });
  }

  @Test
  default void lanesThatAreAwayAreUnavailableAndNotNone() {
    var away = webhooksAway().lanes();
    var id = WebhookSamples.creation(1, 1).state().id();
    var lease = new LaneLease(id, 0, 1);
    assertUnavailable(
        List.of(
            () -> away.renew(ONE, NOW, NOW),
            () -> away.retire(ONE),
            () -> away.claim(ONE, 1, NOW),
            () -> away.held(ONE),
            () -> away.advance(List.of(new LaneProgress(lease, position(1))), Map.of()),
            () -> away.fail(lease, LaneFailures.NONE),
            () -> away.release(List.of(lease)),
            () -> away.positions(id),
            () -> away.health(Set.of(id))));
  }

  private DeliveryLanes lanes(Webhook webhook) {
    var lanes = webhooks().lanes();
    assertThat(lanes.positions(webhook.id())).isPresent();
    lanes.renew(ONE, NOW, NOW.plus(LEASE));
    lanes.renew(OTHER, NOW, NOW.plus(LEASE));
    return lanes;
  }

  private static LaneFailures counted() {
    return new LaneFailures(3, 2, NOW, NOW.plusSeconds(5), NOW.plusSeconds(60));
  }

  private static List<LaneLease> leases(List<ClaimedLane> claimed) {
    return claimed.stream().map(ClaimedLane::lease).toList();
  }

  private static LaneLease only(List<ClaimedLane> claimed) {
    assertThat(claimed).hasSize(1);
    return claimed.get(0).lease();
  }
}
