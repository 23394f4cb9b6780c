package io.clientele.application.webhook.relay;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.Webhooks.Saved;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.Redeliveries.Sent;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.domain.webhook.lane.DeliveryLanes.Stored;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.LaneProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a relay has to store. Nothing is forgotten before it is stored, so that a store that is away
 * for some time loses nothing but the oldest attempts.
 */
final class Journal {
  /** The actor of what the relay does to webhooks. */
  private static final String ACTOR = "service:webhook-relay";

  /** So many attempts wait for their store. */
  private static final int ATTEMPTS_MAX = 20_000;

  private final RelayStores stores;
  private final Deque<DeliveryAttempt> attempts = new ArrayDeque<>();
  private final Deque<DeadLetter> letters = new ArrayDeque<>();
  private final Map<RedeliveryId, List<Sent>> sent = new HashMap<>();
  private final Deque<Resolved> resolved = new ArrayDeque<>();

  /** An event that may be a dead letter, and was delivered. */
  private record Resolved(WebhookId webhook, EventPosition position) {}

  Journal(RelayStores stores) {
    this.stores = stores;
  }

  void attempted(DeliveryAttempt attempt) {
    if (attempts.size() == ATTEMPTS_MAX) {
      attempts.remove();
    }
    attempts.add(attempt);
  }

  void buried(DeadLetter letter) {
    letters.add(letter);
  }

  /** An event of a redelivery was sent. One that is delivered is no dead letter any more. */
  void sent(RedeliveryId redelivery, WebhookId webhook, Sent event) {
    sent.computeIfAbsent(redelivery, id -> new ArrayList<>()).add(event);
    if (event.isDelivered()) {
      resolved.add(new Resolved(webhook, event.position()));
    }
  }

  /** Stores failures, dead letters and reasons to stop: they are few. */
  void storeFailures(Collection<Endpoint> endpoints, Instant now) {
    storeDeadLetters(endpoints, now);
    for (var endpoint : endpoints) {
      for (var lane : List.copyOf(endpoint.lanes())) {
        if (!lane.isFailureStored()) {
          storeFailure(endpoint, lane);
        }
      }
      if (endpoint.isFailingUnstored()) {
        stores.webhooks().failing(endpoint.webhook().id(), endpoint.health().failingSince());
        endpoint.failingIsStored();
      }
      var reason = endpoint.stop();
      if (reason != null && endpoint.webhook().isActive()) {
        stop(endpoint, reason, now);
      }
    }
  }

  /** Stores positions, what was observed of endpoints, attempts and what was sent again. */
  void storeProgress(Collection<Endpoint> endpoints) {
    var moved = new ArrayList<LaneProgress>();
    var lanes = new ArrayList<HeldLane>();
    var observed = new HashMap<WebhookId, EndpointHealth>();
    for (var endpoint : endpoints) {
      for (var lane : endpoint.lanes()) {
        var position = lane.unstored();
        if (position != null) {
          moved.add(new LaneProgress(lane.lease(), position));
          lanes.add(lane);
        }
      }
      if (!endpoint.unreported().equals(EndpointHealth.UNTRIED)) {
        observed.put(endpoint.webhook().id(), endpoint.unreported());
      }
    }
    stores.lanes().advance(moved, observed);
    endpoints.forEach(Endpoint::reported);
    for (var i = 0; i < lanes.size(); i++) {
      lanes.get(i).stored(moved.get(i).position());
    }
    stores.attempts().append(List.copyOf(attempts));
    attempts.clear();
    for (var one = resolved.peek(); one != null; one = resolved.peek()) {
      stores.deadLetters().remove(one.webhook(), one.position());
      resolved.remove();
    }
    for (var redelivery : List.copyOf(sent.keySet())) {
      stores.redeliveries().sent(redelivery, sent.getOrDefault(redelivery, List.of()));
      sent.remove(redelivery);
    }
  }

  /** Pauses all webhooks: their receivers have events that the chain lacks. */
  void pauseAll(Instant now) {
    var by = new Provenance(ACTOR, now);
    for (var webhook : stores.webhooks().all()) {
      var paused = webhook.stop(WebhookStatus.PAUSED_CHAIN_LOST, by);
      if (!paused.isNone() && stores.webhooks().save(paused, null) == Saved.STALE) {
        pauseAll(now);
        return;
      }
    }
  }

  private void storeDeadLetters(Collection<Endpoint> endpoints, Instant now) {
    while (!letters.isEmpty()) {
      var letter = letters.element();
      stores.deadLetters().add(letter);
      letters.remove();
      endpoints.stream()
          .filter(endpoint -> endpoint.webhook().id().equals(letter.webhook()))
          .forEach(endpoint -> requireFewDeadLetters(endpoint, now));
    }
  }

  /** Those before the webhook was started again have stopped it already. */
  private void requireFewDeadLetters(Endpoint endpoint, Instant now) {
    var day = now.minus(Duration.ofHours(DeadLetters.DAY_HOURS));
    var start = endpoint.webhook().activeSince();
    var since = start.isAfter(day) ? start : day;
    if (stores.deadLetters().count(endpoint.webhook().id(), since) >= DeadLetters.DAY_MAX) {
      endpoint.stop(WebhookStatus.PAUSED_TOO_MANY_DEAD_LETTERS);
    }
  }

  private void storeFailure(Endpoint endpoint, HeldLane lane) {
    if (stores.lanes().fail(lane.lease(), lane.failures()) == Stored.LEASE_LOST) {
      endpoint.remove(lane);
    }
    lane.failureIsStored();
  }

  /** The webhook may have been changed or stopped since. */
  private void stop(Endpoint endpoint, WebhookStatus reason, Instant now) {
    var by = new Provenance(ACTOR, now);
    var stopped = stores.webhooks().find(endpoint.webhook().id()).map(of -> of.stop(reason, by));
    if (stopped.isPresent() && !stopped.get().isNone()) {
      var change = stopped.get();
      if (stores.webhooks().save(change, null) == Saved.STORED) {
        endpoint.update(change.state().at(change.state().version() + 1));
      }
    }
  }
}
