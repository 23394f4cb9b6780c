package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.domain.webhook.delivery.WebhookSender;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Begins attempts on the executor, and collects how they end. */
final class Dispatcher {
  private final EventFeed feed;
  private final WebhookSender sender;
  private final RelayRuntime runtime;
  private final Queue<Attempt.Ended> ended = new ConcurrentLinkedQueue<>();

  Dispatcher(EventFeed feed, WebhookSender sender, RelayRuntime runtime) {
    this.feed = feed;
    this.sender = sender;
    this.runtime = runtime;
  }

  /** The next attempt that has ended; null if there is none. */
  Attempt.@Nullable Ended poll() {
    return ended.poll();
  }

  /** Whether attempts have ended that were not polled. */
  boolean hasEnded() {
    return !ended.isEmpty();
  }

  /** Begins what is due at an endpoint: one message a lane, or a test message. */
  void dispatch(Endpoint endpoint, Instant now) {
    if (endpoint.isProbeDue(now)) {
      endpoint.probing(now);
      begin(new Attempt(endpoint, Uuid7.of(now, runtime.random()), null, null, null, now, 1));
    }
    if (endpoint.isOpen(now)) {
      endpoint.lanes().stream()
          .filter(lane -> !lane.isInFlight())
          .forEach(lane -> dispatch(endpoint, lane, now));
    }
  }

  private void dispatch(Endpoint endpoint, HeldLane lane, Instant now) {
    var replay = lane.dueReplay(now);
    var event = replay == null ? lane.due(now) : replay.event();
    if (event != null) {
      var number = replay == null ? lane.failures().attempts() + 1 : 1;
      lane.inFlight(true);
      lane.turn(replay == null && lane.hasReplays());
      begin(new Attempt(endpoint, event.id(), lane, event, replay, now, number));
    }
  }

  private void begin(Attempt attempt) {
    var webhook = attempt.endpoint().webhook();
    runtime
        .executor()
        .execute(
            () -> {
              @Nullable DeliveryResult result = null;
              try {
                result = send(webhook, attempt);
              } finally {
                ended.add(new Attempt.Ended(attempt, result));
                runtime.wake().run();
              }
            });
  }

  /** Null if the event could not be read: then nothing was sent. */
  private @Nullable DeliveryResult send(Webhook webhook, Attempt attempt) {
    try {
      return sender.send(message(webhook, attempt));
    } catch (PortUnavailable unavailable) {
      return null;
    }
  }

  private WebhookMessage message(Webhook webhook, Attempt attempt) {
    var event = attempt.event();
    var secrets = webhook.secrets().signing(attempt.at());
    var url = webhook.profile().url();
    if (event == null) {
      var body = WebhookBody.test(attempt.id(), webhook.id(), attempt.at());
      return new WebhookMessage(url, secrets, attempt.id(), attempt.at(), null, body, null);
    }
    var version = event.published().about().version();
    var place = new WebhookMessage.Place(event.position(), version, attempt.replay() != null);
    var body = WebhookBody.of(opened(webhook, event));
    var trace = event.published().trace();
    return new WebhookMessage(url, secrets, event.id(), attempt.at(), place, body, trace);
  }

  /** Reads the state anew at each attempt: the account may be erased meanwhile. */
  private Event opened(Webhook webhook, Event event) {
    return webhook.profile().payload() == Payload.FULL
        ? feed.find(event.id(), true).orElse(event)
        : event;
  }
}
