package io.clientele.inmemory.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.LaneFailures;
import io.clientele.domain.webhook.lane.LaneLease;
import io.clientele.domain.webhook.lane.RelayId;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data of the stores in memory. Each store holds the lock of this object at each call. */
final class WebhookRows {
  final OutageSwitch backing = new OutageSwitch("webhooks");
  final InMemoryChangeStore changes;
  final TreeMap<WebhookId, Webhook> webhooks = new TreeMap<>();
  final Map<WebhookId, List<Lane>> lanes = new HashMap<>();
  final Map<WebhookId, EndpointHealth> health = new HashMap<>();
  final Map<RelayId, Instant> relays = new HashMap<>();
  final Map<WebhookId, TreeMap<EventPosition, DeadLetter>> letters = new HashMap<>();
  final List<DeliveryAttempt> attempts = new ArrayList<>();
  final Map<RedeliveryId, Replay> replays = new LinkedHashMap<>();
  final Set<AccountId> erased = new HashSet<>();

  WebhookRows(InMemoryChangeStore changes) {
    this.changes = changes;
  }

  /** A lane of a webhook. */
  static final class Lane {
    final WebhookId webhook;
    final int number;
    EventPosition position;
    LaneFailures failures = LaneFailures.NONE;
    @Nullable RelayId owner;
    long epoch;

    Lane(WebhookId webhook, int number, EventPosition position) {
      this.webhook = webhook;
      this.number = number;
      this.position = position;
    }

    LaneLease lease() {
      return new LaneLease(webhook, number, epoch);
    }

    void rewind(EventPosition after) {
      position = after;
      failures = LaneFailures.NONE;
      owner = null;
      epoch++;
    }
  }

  /** A redelivery and what is left of it. */
  static final class Replay {
    final Redelivery requested;
    final TreeSet<EventPosition> left;
    int failed;

    Replay(Redelivery requested) {
      this.requested = requested;
      this.left = new TreeSet<>(requested.positions());
    }
  }

  /** The lanes of active webhooks, the oldest webhook first. */
  Stream<Lane> activeLanes() {
    return webhooks.values().stream()
        .filter(Webhook::isActive)
        .flatMap(webhook -> lanes.getOrDefault(webhook.id(), List.of()).stream());
  }

  /** The lane of a lease; null if the lease is over. */
  @Nullable Lane held(LaneLease lease) {
    return lanes.getOrDefault(lease.webhook(), List.of()).stream()
        .filter(lane -> lane.owner != null && lane.lease().equals(lease))
        .findFirst()
        .orElse(null);
  }

  void remove(WebhookId id) {
    webhooks.remove(id);
    lanes.remove(id);
    health.remove(id);
    letters.remove(id);
    attempts.removeIf(attempt -> attempt.webhook().equals(id));
    replays.values().removeIf(replay -> replay.requested.webhook().equals(id));
  }
}
