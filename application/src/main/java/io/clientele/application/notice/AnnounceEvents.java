package io.clientele.application.notice;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.Webhooks;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Handles the events of the feed: announces those that are notices, and removes the choices of
 * removed operators. Any number of instances may run this at the same time: an event that is
 * handled twice has the effect of one. Runs as a job, every few seconds.
 */
public final class AnnounceEvents {
  private static final String WEBHOOK_DISABLED = "webhook.disabled";
  private static final String OPERATOR_REMOVED = "operator.removed";
  private static final EventFilter FILTER =
      new EventFilter(Set.of(WEBHOOK_DISABLED, OPERATOR_REMOVED), null);
  private static final int PAGE_MAX = 100;

  private final EventFeed feed;
  private final Notices notices;
  private final NoticeChoices choices;
  private final Webhooks webhooks;
  private final AnnounceNotice announceNotice;

  /** Handles the events of this feed. */
  public AnnounceEvents(
      EventFeed feed,
      Notices notices,
      NoticeChoices choices,
      Webhooks webhooks,
      AnnounceNotice announceNotice) {
    this.feed = Objects.requireNonNull(feed, "feed");
    this.notices = Objects.requireNonNull(notices, "notices");
    this.choices = Objects.requireNonNull(choices, "choices");
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.announceNotice = Objects.requireNonNull(announceNotice, "announceNotice");
  }

  /** Handles all events that are new. The first run of a service handles none. */
  public void announce() {
    var stored = notices.position();
    if (stored.isEmpty()) {
      notices.advance(feed.end());
      return;
    }
    var position = stored.get();
    EventPosition before;
    do {
      before = position;
      var page = feed.read(position, FILTER, PAGE_MAX, false);
      page.events().forEach(this::handle);
      position = page.next();
      if (!position.equals(before)) {
        notices.advance(position);
      }
    } while (!position.equals(before));
  }

  private void handle(Event event) {
    var about = event.published().about();
    if (event.published().type().equals(OPERATOR_REMOVED)) {
      choices.remove(OperatorId.parse(about.id()));
      return;
    }
    announceNotice.announce(
        new Notice(
            NoticeKind.WEBHOOK_DISABLED,
            NoticeKind.WEBHOOK_DISABLED.text() + ":" + event.id(),
            event.published().at(),
            about.id(),
            reason(WebhookId.parse(about.id())).orElse("")));
  }

  /** Returns why the webhook is stopped; empty if it was started again or removed since. */
  private Optional<String> reason(WebhookId id) {
    return webhooks.find(id).map(Webhook::status).flatMap(of -> Optional.ofNullable(of.reason()));
  }
}
