package io.clientele.application.webhook;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.domain.webhook.lane.LanePositions;
import io.clientele.domain.webhook.lane.SubjectLane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Reads how far webhooks have come. */
public record WebhookProgressReader(
    EventFeed feed, DeliveryLanes lanes, DeadLetters deadLetters, InstantSource clock) {
  private static final int PAGE = 100;

  /** So many pages are searched for the oldest undelivered event. */
  private static final int PAGES_MAX = 5;

  public WebhookProgressReader {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(lanes, "lanes");
    Objects.requireNonNull(deadLetters, "deadLetters");
    Objects.requireNonNull(clock, "clock");
  }

  /** Returns the progress of a webhook. */
  public WebhookProgress read(Webhook webhook) {
    var positions = lanes.positions(webhook.id());
    var oldest = positions.flatMap(found -> undelivered(webhook, found));
    var at = oldest.map(event -> event.published().at());
    return new WebhookProgress(
        at.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO),
        at.orElse(null),
        positions.flatMap(found -> Optional.ofNullable(found.lastSuccess())).orElse(null),
        deadLetters.count(webhook.id(), Instant.EPOCH));
  }

  private Optional<Event> undelivered(Webhook webhook, LanePositions positions) {
    var after = positions.slowest();
    for (var pages = 0; pages < PAGES_MAX; pages++) {
      var page = feed.read(after, webhook.profile().filter(), PAGE, false);
      var found = page.events().stream().filter(event -> isAhead(event, positions)).findFirst();
      if (found.isPresent() || page.next().equals(after)) {
        return found;
      }
      after = page.next();
    }
    return Optional.empty();
  }

  private static boolean isAhead(Event event, LanePositions positions) {
    var lane = SubjectLane.of(event.published().about(), positions.byLane().size());
    return event.position().compareTo(positions.byLane().get(lane)) > 0;
  }
}
