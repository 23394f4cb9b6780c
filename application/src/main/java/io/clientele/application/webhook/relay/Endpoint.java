package io.clientele.application.webhook.relay;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.PoisonRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A webhook that this relay delivers to: its lanes that this relay holds, and its health. */
final class Endpoint {
  /** While the endpoint is not down, test messages are so far apart: less than a first retry. */
  private static final Duration PROOF_PERIOD = Duration.ofSeconds(3);

  private final Map<Integer, HeldLane> lanes = new TreeMap<>();
  private Webhook webhook;
  private EndpointHealth shared = EndpointHealth.UNTRIED;
  private EndpointHealth observed = EndpointHealth.UNTRIED;
  private @Nullable Instant storedFailingSince;
  private @Nullable Instant lastProbe;
  private @Nullable WebhookStatus stop;
  private boolean isProbing;

  Endpoint(Webhook webhook) {
    this.webhook = webhook;
    this.storedFailingSince = webhook.failingSince();
  }

  Webhook webhook() {
    return webhook;
  }

  /** Takes the webhook as it is stored now. */
  void update(Webhook now) {
    if (!now.profile().filter().equals(webhook.profile().filter())) {
      lanes.values().forEach(HeldLane::reread);
    }
    webhook = now;
    storedFailingSince = now.failingSince();
  }

  Collection<HeldLane> lanes() {
    return lanes.values();
  }

  @Nullable HeldLane lane(int number) {
    return lanes.get(number);
  }

  void add(HeldLane lane) {
    lanes.put(lane.lease().lane(), lane);
  }

  void remove(HeldLane lane) {
    lanes.remove(lane.lease().lane(), lane);
  }

  /** What all instances reported, and what this one observed since its last report. */
  EndpointHealth health() {
    return shared.then(observed);
  }

  /** Takes what all instances reported by now. */
  void share(EndpointHealth now, Instant at) {
    var wasDown = health().isDown(at);
    shared = now;
    hastenAfter(wasDown, at);
  }

  /** A delivery or a test message succeeded. */
  void succeeded(Instant now) {
    var wasDown = health().isDown(now);
    observed = observed.succeeded(now);
    hastenAfter(wasDown, now);
  }

  /** A delivery failed. */
  void failed(DeliveryOutcome outcome, Instant now) {
    observed = observed.failed(outcome, now);
  }

  /** A test message failed. */
  void probeFailed(DeliveryOutcome outcome, Instant now) {
    observed = observed.probeFailed(outcome, now);
  }

  /** What was observed and is not reported yet; {@link EndpointHealth#UNTRIED} for nothing. */
  EndpointHealth unreported() {
    return observed;
  }

  /** All that was observed is reported. */
  void reported() {
    shared = health();
    observed = EndpointHealth.UNTRIED;
  }

  /** When the endpoint is no longer down, its lanes go on at once. */
  private void hastenAfter(boolean wasDown, Instant at) {
    if (wasDown && !health().isDown(at)) {
      lanes.values().forEach(HeldLane::hasten);
    }
  }

  /** Whether events may be sent now. */
  boolean isOpen(Instant now) {
    return stop == null && !health().isDown(now) && !health().isBusy(now);
  }

  /**
   * Whether a test message is to be sent: to one that is down, by the instance that holds the first
   * lane; or to prove that it takes others.
   */
  boolean isProbeDue(Instant now) {
    if (isProbing || stop != null || lanes.isEmpty() || health().isBusy(now)) {
      return false;
    }
    if (health().isDown(now)) {
      return lanes.containsKey(0) && isAfter(EndpointHealth.PROBE_PERIOD, now);
    }
    return isAfter(PROOF_PERIOD, now)
        && lanes.values().stream()
            .anyMatch(lane -> PoisonRule.needsProof(lane.failures(), health()));
  }

  void probing(Instant now) {
    isProbing = true;
    lastProbe = now;
  }

  void probed() {
    isProbing = false;
  }

  /** The service is to stop the webhook for this reason. */
  void stop(WebhookStatus reason) {
    if (stop == null) {
      stop = reason;
    }
  }

  /** The reason to stop, which is not stored yet; null for none. */
  @Nullable WebhookStatus stop() {
    return stop;
  }

  /** Whether the time of the first failure is to be stored. */
  boolean isFailingUnstored() {
    var since = health().failingSince();
    return (since == null) != (storedFailingSince == null);
  }

  void failingIsStored() {
    storedFailingSince = health().failingSince();
  }

  /**
   * Where to read next: the earliest end among lanes that want more; empty if none can have more.
   */
  Optional<EventPosition> readFrom(EventPosition end) {
    return lanes.values().stream()
        .filter(HeldLane::wantsMore)
        .map(HeldLane::readTo)
        .filter(position -> position.compareTo(end) < 0)
        .min(Comparator.naturalOrder());
  }

  private boolean isAfter(Duration period, Instant now) {
    return lastProbe == null || !lastProbe.plus(period).isAfter(now);
  }
}
