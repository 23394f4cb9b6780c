package io.clientele.application.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookRules;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.Webhooks;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Creates a webhook with a new secret. */
public final class CreateWebhook {
  private final Webhooks webhooks;
  private final StartPositions positions;
  private final WebhookRules rules;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * Creates webhooks that keep these rules.
   *
   * @param random must be cryptographically secure
   */
  public CreateWebhook(
      Webhooks webhooks,
      StartPositions positions,
      WebhookRules rules,
      RandomGenerator random,
      InstantSource clock) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.positions = Objects.requireNonNull(positions, "positions");
    this.rules = Objects.requireNonNull(rules, "rules");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The webhook is stored. Its secret is shown this once. */
    record Created(Webhook webhook) implements Outcome {
      public Created {
        Objects.requireNonNull(webhook, "webhook");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.created(this);
      }
    }

    /** There are as many webhooks as there may be. */
    record LimitReached() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.limitReached(this);
      }
    }

    /** Events after the start are no longer kept; the first position that is kept. */
    record EventsGone(EventPosition first) implements Outcome {
      public EventsGone {
        Objects.requireNonNull(first, "first");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.eventsGone(this);
      }
    }

    /** The start is beyond the end of the chain. */
    record Fork() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.fork(this);
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
      R created(Created created);

      R limitReached(LimitReached limitReached);

      R eventsGone(EventsGone eventsGone);

      R fork(Fork fork);

      R denied(Denied denied);
    }
  }

  /**
   * Creates a webhook.
   *
   * @param lanes 1 to 64
   * @param after it sends the events after this position; null for those that come
   * @throws InvalidValue if the URL or a type breaks a rule
   */
  public Outcome create(
      Actor actor, WebhookProfile profile, int lanes, @Nullable EventPosition after) {
    if (!actor.may(WebhookPermission.CHANGE_WEBHOOKS)) {
      return new Outcome.Denied();
    }
    rules.require(profile);
    if (after != null) {
      var judged = positions.judge(after);
      if (judged instanceof StartPositions.Judgement.Gone gone) {
        return new Outcome.EventsGone(gone.first());
      }
      if (judged instanceof StartPositions.Judgement.Fork) {
        return new Outcome.Fork();
      }
    }
    var now = clock.instant();
    var id = WebhookId.of(now, random);
    var created = Webhook.create(id, profile, lanes, WebhookSecret.of(random), actor.acts(now));
    return switch (webhooks.add(created, after == null ? positions.end() : after)) {
      case STORED -> new Outcome.Created(created.state().at(1));
      case LIMIT_REACHED -> new Outcome.LimitReached();
    };
  }
}
