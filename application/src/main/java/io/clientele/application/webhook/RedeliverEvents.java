package io.clientele.application.webhook;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has events sent to a webhook again. */
public final class RedeliverEvents {
  private static final int PAGE = 1_000;

  private final Webhooks webhooks;
  private final Redeliveries redeliveries;
  private final DeadLetters deadLetters;
  private final EventFeed feed;
  private final Source source;

  /**
   * Where ids, times and earlier responses come from.
   *
   * @param ids makes the id of a redelivery of this instant
   */
  public record Source(
      Function<Instant, RedeliveryId> ids, InstantSource clock, IdempotencyGuard<Outcome> guard) {
    public Source {
      Objects.requireNonNull(ids, "ids");
      Objects.requireNonNull(clock, "clock");
      Objects.requireNonNull(guard, "guard");
    }
  }

  /** Sends events of this feed again. */
  public RedeliverEvents(
      Webhooks webhooks,
      Redeliveries redeliveries,
      DeadLetters deadLetters,
      EventFeed feed,
      Source source) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.redeliveries = Objects.requireNonNull(redeliveries, "redeliveries");
    this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
    this.feed = Objects.requireNonNull(feed, "feed");
    this.source = Objects.requireNonNull(source, "source");
  }

  /** The outcomes of a request whose idempotency key was used before. */
  public static final IdempotencyGuard.Outcomes<Outcome> EARLIER =
      new IdempotencyGuard.Outcomes<>(
          Outcome.Replayed::new, new Outcome.KeyMismatch(), new Outcome.Overtaken());

  /** How it ends. */
  public sealed interface Outcome {
    /** The events will be sent. */
    record Accepted(Redelivery redelivery) implements Outcome {
      public Accepted {
        Objects.requireNonNull(redelivery, "redelivery");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.accepted(this);
      }
    }

    /** The response of the first request with this idempotency key. */
    record Replayed(StoredResponse response) implements Outcome {
      public Replayed {
        Objects.requireNonNull(response, "response");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.replayed(this);
      }
    }

    /** The idempotency key was used for another request. */
    record KeyMismatch() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.keyMismatch(this);
      }
    }

    /** A request with this idempotency key is in progress. */
    record Overtaken() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.overtaken(this);
      }
    }

    /** The webhook has as many open redeliveries as it may have. */
    record LimitReached() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.limitReached(this);
      }
    }

    /** There is no webhook of this id. */
    record NoSuchWebhook() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchWebhook(this);
      }
    }

    /** The actor may not change webhooks. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R accepted(Accepted accepted);

      R replayed(Replayed replayed);

      R keyMismatch(KeyMismatch keyMismatch);

      R overtaken(Overtaken overtaken);

      R limitReached(LimitReached limitReached);

      R noSuchWebhook(NoSuchWebhook noSuchWebhook);

      R denied(Denied denied);
    }
  }

  /**
   * Stores a redelivery.
   *
   * @param once null without an idempotency key
   * @throws InvalidValue if no event is selected, or more than {@link Redelivery#EVENTS_MAX}
   */
  public Outcome redeliver(
      Actor actor,
      WebhookId id,
      RedeliverySelection selection,
      @Nullable Idempotent<Redelivery> once) {
    if (!actor.may(WebhookPermission.CHANGE_WEBHOOKS)) {
      return new Outcome.Denied();
    }
    var now = source.clock.instant();
    var earlier = source.guard.earlier(once, now);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var webhook = webhooks.find(id);
    if (webhook.isEmpty()) {
      return new Outcome.NoSuchWebhook();
    }
    var positions = positions(webhook.get(), selection);
    var requested = Redelivery.request(source.ids.apply(now), id, positions, actor.acts(now));
    var change = once == null ? requested : requested.keeping(once.kept(requested.state()));
    return switch (redeliveries.add(change)) {
      case STORED -> new Outcome.Accepted(requested.state());
      case KEY_IN_USE -> source.guard.earlier(once, now).orElseGet(Outcome.Overtaken::new);
      case TOO_MANY -> new Outcome.LimitReached();
      case NO_SUCH_WEBHOOK -> new Outcome.NoSuchWebhook();
    };
  }

  private List<EventPosition> positions(Webhook webhook, RedeliverySelection selection) {
    if (selection instanceof RedeliverySelection.Range range) {
      return range(webhook, range);
    }
    if (selection instanceof RedeliverySelection.Events events) {
      return events.ids().stream()
          .flatMap(id -> feed.find(id, false).stream())
          .filter(event -> isSelected(webhook, event))
          .map(Event::position)
          .toList();
    }
    return deadLetters.list(webhook.id(), null, Redelivery.EVENTS_MAX).stream()
        .map(DeadLetter::position)
        .toList();
  }

  /** Reads one event more than may be, so that the redelivery refuses too many. */
  private List<EventPosition> range(Webhook webhook, RedeliverySelection.Range range) {
    var found = new ArrayList<EventPosition>();
    var after = new EventPosition(Math.max(0, range.from().value() - 1));
    while (found.size() <= Redelivery.EVENTS_MAX && after.compareTo(range.to()) < 0) {
      var page = feed.read(after, webhook.profile().filter(), PAGE, false);
      page.events().stream()
          .map(Event::position)
          .filter(position -> position.compareTo(range.to()) < 0)
          .forEach(found::add);
      if (page.next().equals(after)) {
        break;
      }
      after = page.next();
    }
    return found;
  }

  private static boolean isSelected(Webhook webhook, Event event) {
    var published = event.published();
    return webhook.profile().filter().selects(published.type(), published.about().account());
  }
}
