package io.clientele.application.webhook;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookRules;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.domain.webhook.lane.LanePositions;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes, pauses or starts a webhook, or moves it to another position. */
public final class ChangeWebhook {
  private final Webhooks webhooks;
  private final DeliveryLanes lanes;
  private final StartPositions positions;
  private final WebhookRules rules;
  private final InstantSource clock;

  /** Changes webhooks so that they keep these rules. */
  public ChangeWebhook(
      Webhooks webhooks,
      DeliveryLanes lanes,
      StartPositions positions,
      WebhookRules rules,
      InstantSource clock) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.lanes = Objects.requireNonNull(lanes, "lanes");
    this.positions = Objects.requireNonNull(positions, "positions");
    this.rules = Objects.requireNonNull(rules, "rules");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * What the webhook is to be.
   *
   * @param status active or paused; null to keep the status
   * @param after all lanes continue after this position; null to leave them where they are
   */
  public record Request(
      WebhookProfile profile, @Nullable WebhookStatus status, @Nullable EventPosition after) {
    public Request {
      Objects.requireNonNull(profile, "profile");
    }
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The webhook is as the request wants it. */
    record Done(Webhook webhook) implements Outcome {
      public Done {
        Objects.requireNonNull(webhook, "webhook");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** Events after the position are no longer kept; the first position that is kept. */
    record EventsGone(EventPosition first) implements Outcome {
      public EventsGone {
        Objects.requireNonNull(first, "first");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.eventsGone(this);
      }
    }

    /** The position is beyond the end of the chain. */
    record Fork() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.fork(this);
      }
    }

    /** There is no webhook of this id. */
    record NoSuchWebhook() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchWebhook(this);
      }
    }

    /** The webhook is at another version. */
    record VersionMismatch() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.versionMismatch(this);
      }
    }

    /** The actor may not change webhooks. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** Other changes were first, each time. */
    record Overtaken() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.overtaken(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R eventsGone(EventsGone eventsGone);

      R fork(Fork fork);

      R noSuchWebhook(NoSuchWebhook noSuchWebhook);

      R versionMismatch(VersionMismatch versionMismatch);

      R denied(Denied denied);

      R overtaken(Overtaken overtaken);
    }
  }

  /**
   * Changes a webhook. A request that changes nothing succeeds for any expected version.
   *
   * @param expected the versions that the caller expects
   * @param request read once the webhook is found; read again if another change was first
   * @throws InvalidValue if the URL or a type breaks a rule
   */
  public Outcome change(
      Actor actor, WebhookId id, LongPredicate expected, Function<Webhook, Request> request) {
    return actor.may(WebhookPermission.CHANGE_WEBHOOKS)
        ? OptimisticUpdate.run(() -> attempt(actor, id, expected, request), new Outcome.Overtaken())
        : new Outcome.Denied();
  }

  private Optional<Outcome> attempt(
      Actor actor, WebhookId id, LongPredicate expected, Function<Webhook, Request> request) {
    var found = webhooks.find(id);
    if (found.isEmpty()) {
      return Optional.of(new Outcome.NoSuchWebhook());
    }
    var webhook = found.get();
    var asked = request.apply(webhook);
    var status = asked.status == null ? webhook.status() : asked.status;
    var change = webhook.change(asked.profile, status, asked.after, actor.acts(clock.instant()));
    if (change.isNone()) {
      return Optional.of(new Outcome.Done(webhook));
    }
    if (!expected.test(webhook.version())) {
      return Optional.of(new Outcome.VersionMismatch());
    }
    if (!asked.profile.equals(webhook.profile())) {
      rules.require(asked.profile);
    }
    var refused = refusal(webhook, status, asked.after);
    if (refused.isPresent()) {
      return refused;
    }
    return switch (webhooks.save(change, asked.after)) {
      case STORED -> Optional.of(new Outcome.Done(change.state().at(webhook.version() + 1)));
      case STALE -> Optional.empty();
    };
  }

  /**
   * A webhook that starts again must skip no events: neither old ones nor, after a loss, new ones.
   */
  private Optional<Outcome> refusal(
      Webhook webhook, WebhookStatus status, @Nullable EventPosition after) {
    var isStarted = status == WebhookStatus.ACTIVE && !webhook.isActive();
    if (after != null || !isStarted) {
      return Optional.ofNullable(after).flatMap(position -> refusal(positions.judge(position)));
    }
    var stored = lanes.positions(webhook.id());
    return Stream.of(stored.map(LanePositions::slowest), stored.map(LanePositions::fastest))
        .flatMap(Optional::stream)
        .flatMap(position -> refusal(positions.judge(position)).stream())
        .findFirst();
  }

  private static Optional<Outcome> refusal(StartPositions.Judgement judged) {
    if (judged instanceof StartPositions.Judgement.Gone gone) {
      return Optional.of(new Outcome.EventsGone(gone.first()));
    }
    return judged instanceof StartPositions.Judgement.Fork
        ? Optional.of(new Outcome.Fork())
        : Optional.empty();
  }
}
