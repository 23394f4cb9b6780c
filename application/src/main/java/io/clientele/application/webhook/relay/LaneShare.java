package io.clientele.application.webhook.relay;

import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.lane.ClaimedLane;
import io.clientele.domain.webhook.lane.LaneLease;
import io.clientele.domain.webhook.lane.RelayId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds this relay's share of all lanes: takes free ones, and gives back what is too many. */
final class LaneShare {
  /** How long this relay lives after it renewed. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private static final Duration RENEWED_EVERY = Duration.ofSeconds(3);

  /** Nothing is sent when less of the lease is left. */
  private static final Duration LEFT_MIN = Duration.ofSeconds(4);

  private final RelayStores stores;
  private final RelayId id;
  private final Map<WebhookId, Endpoint> endpoints = new TreeMap<>();
  private Instant renewed = Instant.EPOCH;
  private int relays = 1;

  LaneShare(RelayStores stores, RelayId id) {
    this.stores = stores;
    this.id = id;
  }

  Collection<Endpoint> endpoints() {
    return endpoints.values();
  }

  /** Renews the lease, if it is time. */
  void renew(Instant now) {
    if (!renewed.plus(RENEWED_EVERY).isAfter(now)) {
      relays = stores.lanes().renew(id, now, now.plus(LEASE));
      renewed = now;
    }
  }

  /** Whether other relays cannot have taken the lanes by now, nor will soon. */
  boolean isSafe(Instant now) {
    return renewed.plus(LEASE).minus(LEFT_MIN).isAfter(now);
  }

  /** Takes webhooks and leases as they are stored now, then claims or gives back lanes. */
  void refresh(Instant now, Runnable beforeRelease) {
    var active =
        stores.webhooks().all().stream()
            .filter(Webhook::isActive)
            .collect(Collectors.toMap(Webhook::id, Function.identity()));
    var held = stores.lanes().held(id);
    endpoints.keySet().retainAll(active.keySet());
    for (var endpoint : endpoints.values()) {
      endpoint.update(active.getOrDefault(endpoint.webhook().id(), endpoint.webhook()));
      List.copyOf(endpoint.lanes()).stream()
          .filter(lane -> !held.contains(lane.lease()))
          .forEach(endpoint::remove);
    }
    releaseUnknown(held);
    balance(active, now, beforeRelease);
    share(now);
  }

  private void share(Instant now) {
    var health = stores.lanes().health(Set.copyOf(endpoints.keySet()));
    for (var endpoint : endpoints.values()) {
      var known = health.get(endpoint.webhook().id());
      if (known != null) {
        endpoint.share(known, now);
      }
    }
  }

  /** Leases of webhooks that were paused meanwhile, and of a claim whose answer was lost. */
  private void releaseUnknown(Set<LaneLease> held) {
    var known =
        endpoints.values().stream()
            .flatMap(endpoint -> endpoint.lanes().stream())
            .map(HeldLane::lease)
            .collect(Collectors.toSet());
    var unknown = held.stream().filter(lease -> !known.contains(lease)).toList();
    if (!unknown.isEmpty()) {
      stores.lanes().release(unknown);
    }
  }

  private void balance(Map<WebhookId, Webhook> active, Instant now, Runnable beforeRelease) {
    var all = active.values().stream().mapToInt(Webhook::lanes).sum();
    var share = (all + relays - 1) / relays;
    var mine = endpoints.values().stream().mapToInt(endpoint -> endpoint.lanes().size()).sum();
    if (mine < share) {
      stores.lanes().claim(id, share - mine, now).forEach(lane -> take(lane, active));
    } else if (mine > share) {
      beforeRelease.run();
      release(mine - share);
    }
  }

  private void take(ClaimedLane claimed, Map<WebhookId, Webhook> active) {
    var webhook = active.get(claimed.lease().webhook());
    if (webhook != null) {
      endpoints
          .computeIfAbsent(webhook.id(), same -> new Endpoint(webhook))
          .add(new HeldLane(claimed));
    }
  }

  /** Lanes with a message in flight stay until it has ended. */
  private void release(int count) {
    var idle =
        endpoints.values().stream()
            .flatMap(endpoint -> endpoint.lanes().stream())
            .filter(lane -> !lane.isInFlight() && lane.isFailureStored())
            .limit(count)
            .toList();
    stores.lanes().release(idle.stream().map(HeldLane::lease).toList());
    endpoints.values().forEach(endpoint -> idle.forEach(endpoint::remove));
  }
}
