package io.clientele.testkit.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.lane.ClaimedLane;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.LaneFailures;
import io.clientele.domain.webhook.lane.LaneLease;
import io.clientele.domain.webhook.lane.LanePositions;
import io.clientele.domain.webhook.lane.LaneProgress;
import io.clientele.domain.webhook.lane.RelayId;
import io.clientele.testkit.kernel.PortFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores of webhooks with one fault each. */
final class BrokenWebhookStores {
  private BrokenWebhookStores() {}

  static Stream<PortFault<WebhookPorts, WebhookPorts>> lanes() {
    return Stream.of(
        lanes(
            "a claim takes more than its limit",
            "aClaimTakesAtMostItsLimitAndWhatIsClaimedIsNotClaimedAgain",
            inner ->
                new Lanes(inner) {
                  @Override
                  public List<ClaimedLane> claim(RelayId owner, int limit, Instant now) {
                    return inner.claim(owner, limit + 1, now);
                  }
                }),
        lanes(
            "an instance does not die",
            "anInstanceThatNoLongerRenewsLosesItsLanes",
            inner ->
                new Lanes(inner) {
                  @Override
                  public int renew(RelayId owner, Instant now, Instant until) {
                    return inner.renew(owner, now, until.plus(Duration.ofDays(1)));
                  }
                }),
        lanes(
            "a lease outlives another position",
            "anotherPositionEndsTheLeasesAndTheFailures",
            inner ->
                new Lanes(inner) {
                  @Override
                  public Set<LaneLease> held(RelayId owner) {
                    return claimed.isEmpty() ? inner.held(owner) : Set.copyOf(claimed);
                  }
                }),
        lanes(
            "failures are forgotten",
            "aReleasedLaneIsClaimedWithItsPositionAndItsFailures",
            inner ->
                new Lanes(inner) {
                  @Override
                  public Stored fail(LaneLease lease, LaneFailures failures) {
                    return inner.fail(lease, LaneFailures.NONE);
                  }
                }),
        lanes(
            "what other instances observed is forgotten",
            "theHealthOfAnEndpointIsWhatAllInstancesObserved",
            inner ->
                new Lanes(inner) {
                  @Override
                  public Map<WebhookId, EndpointHealth> health(Set<WebhookId> webhooks) {
                    var untried = EndpointHealth.UNTRIED;
                    return inner.health(webhooks).keySet().stream()
                        .collect(Collectors.toMap(id -> id, id -> untried));
                  }
                }));
  }

  static Stream<PortFault<WebhookPorts, WebhookPorts>> webhooks() {
    return Stream.of(
        new PortFault<>(
            "a stale change is stored",
            "theSecondWriterOfOneVersionOfAWebhookIsStale",
            right -> with(right, new LastWriterWins(right.webhooks()))));
  }

  private static PortFault<WebhookPorts, WebhookPorts> lanes(
      String fault, String red, UnaryOperator<DeliveryLanes> breaking) {
    return new PortFault<>(
        fault,
        red,
        right ->
            new WebhookPorts(
                right.webhooks(),
                breaking.apply(right.lanes()),
                right.deadLetters(),
                right.attempts(),
                right.redeliveries()));
  }

  private static WebhookPorts with(WebhookPorts right, Webhooks webhooks) {
    return new WebhookPorts(
        webhooks, right.lanes(), right.deadLetters(), right.attempts(), right.redeliveries());
  }

  /** Stores each change under the version that is stored now. */
  private record LastWriterWins(Webhooks inner) implements Webhooks {
    @Override
    public Optional<Webhook> find(WebhookId id) {
      return inner.find(id);
    }

    @Override
    public List<Webhook> all() {
      return inner.all();
    }

    @Override
    public Added add(Change<Webhook> created, EventPosition after) {
      return inner.add(created, after);
    }

    @Override
    public Saved save(Change<Webhook> changed, @Nullable EventPosition after) {
      var state = changed.state();
      var version = inner.find(state.id()).map(Webhook::version).orElse(state.version());
      var forced = new Change<>(state.at(version), changed.events(), changed.act(), changed.kept());
      return inner.save(forced, after);
    }

    @Override
    public Saved remove(Change<Webhook> removal) {
      return inner.remove(removal);
    }

    @Override
    public void failing(WebhookId id, @Nullable Instant since) {
      inner.failing(id, since);
    }
  }

  /** Passes every call on, and remembers what was claimed. */
  private static class Lanes implements DeliveryLanes {
    final List<LaneLease> claimed = new ArrayList<>();
    private final DeliveryLanes inner;

    Lanes(DeliveryLanes inner) {
      this.inner = inner;
    }

    @Override
    public int renew(RelayId owner, Instant now, Instant until) {
      return inner.renew(owner, now, until);
    }

    @Override
    public void retire(RelayId owner) {
      inner.retire(owner);
    }

    @Override
    public List<ClaimedLane> claim(RelayId owner, int limit, Instant now) {
      var lanes = inner.claim(owner, limit, now);
      lanes.forEach(lane -> claimed.add(lane.lease()));
      return lanes;
    }

    @Override
    public Set<LaneLease> held(RelayId owner) {
      return inner.held(owner);
    }

    @Override
    public void advance(Collection<LaneProgress> moved, Map<WebhookId, EndpointHealth> observed) {
      inner.advance(moved, observed);
    }

    @Override
    public Map<WebhookId, EndpointHealth> health(Set<WebhookId> webhooks) {
      return inner.health(webhooks);
    }

    @Override
    public Stored fail(LaneLease lease, LaneFailures failures) {
      return inner.fail(lease, failures);
    }

    @Override
    public void release(Collection<LaneLease> leases) {
      inner.release(leases);
    }

    @Override
    public Optional<LanePositions> positions(WebhookId webhook) {
      return inner.positions(webhook);
    }
  }
}
