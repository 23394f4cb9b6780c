package io.clientele.application.webhook;

import io.clientele.application.webhook.relay.WebhookBody;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.domain.webhook.delivery.WebhookSender;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sends a test message to a webhook of any status, and waits for the result. */
public final class TestWebhook {
  private final Webhooks webhooks;
  private final WebhookSender sender;
  private final DeliveryAttempts attempts;
  private final RandomGenerator random;
  private final InstantSource clock;

  /** Sends by this sender, and keeps the attempts. */
  public TestWebhook(
      Webhooks webhooks,
      WebhookSender sender,
      DeliveryAttempts attempts,
      RandomGenerator random,
      InstantSource clock) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.sender = Objects.requireNonNull(sender, "sender");
    this.attempts = Objects.requireNonNull(attempts, "attempts");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The message was sent, delivered or not. */
    record Sent(DeliveryResult result) implements Outcome {
      public Sent {
        Objects.requireNonNull(result, "result");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.sent(this);
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
      R sent(Sent sent);

      R noSuchWebhook(NoSuchWebhook noSuchWebhook);

      R denied(Denied denied);
    }
  }

  /** Sends a test message now. */
  public Outcome test(Actor actor, WebhookId id) {
    if (!actor.may(WebhookPermission.CHANGE_WEBHOOKS)) {
      return new Outcome.Denied();
    }
    return webhooks
        .find(id)
        .<Outcome>map(webhook -> new Outcome.Sent(send(webhook)))
        .orElseGet(Outcome.NoSuchWebhook::new);
  }

  private DeliveryResult send(Webhook webhook) {
    var now = clock.instant();
    var id = Uuid7.of(now, random);
    var message =
        new WebhookMessage(
            webhook.profile().url(),
            webhook.secrets().signing(now),
            id,
            now,
            null,
            WebhookBody.test(id, webhook.id(), now),
            null);
    var result = sender.send(message);
    attempts.append(List.of(new DeliveryAttempt(webhook.id(), now, id, null, null, 1, result)));
    return result;
  }
}
