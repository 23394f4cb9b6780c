package io.clientele.application.webhook;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Replaces the secret of a webhook. */
public final class RotateWebhookSecret {
  private final Webhooks webhooks;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * Replaces the secrets of these webhooks.
   *
   * @param random must be cryptographically secure
   */
  public RotateWebhookSecret(Webhooks webhooks, RandomGenerator random, InstantSource clock) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The webhook has a new secret, which is shown this once. */
    record Rotated(Webhook webhook) implements Outcome {
      public Rotated {
        Objects.requireNonNull(webhook, "webhook");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.rotated(this);
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
      R rotated(Rotated rotated);

      R noSuchWebhook(NoSuchWebhook noSuchWebhook);

      R denied(Denied denied);

      R overtaken(Overtaken overtaken);
    }
  }

  /**
   * Replaces the secret. Both sign until the grace ends; an earlier grace ends at once.
   *
   * @throws InvalidValue for a grace that is negative or longer than {@link Webhook#GRACE_MAX}
   */
  public Outcome rotate(Actor actor, WebhookId id, Duration grace) {
    return actor.may(WebhookPermission.CHANGE_WEBHOOKS)
        ? OptimisticUpdate.run(() -> attempt(actor, id, grace), new Outcome.Overtaken())
        : new Outcome.Denied();
  }

  private Optional<Outcome> attempt(Actor actor, WebhookId id, Duration grace) {
    var found = webhooks.find(id);
    if (found.isEmpty()) {
      return Optional.of(new Outcome.NoSuchWebhook());
    }
    var webhook = found.get();
    var rotated = webhook.rotate(WebhookSecret.of(random), grace, actor.acts(clock.instant()));
    return switch (webhooks.save(rotated, null)) {
      case STORED -> Optional.of(new Outcome.Rotated(rotated.state().at(webhook.version() + 1)));
      case STALE -> Optional.empty();
    };
  }
}
