package io.clientele.application.webhook;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.Webhooks;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Removes a webhook permanently. */
public final class RemoveWebhook {
  private final Webhooks webhooks;
  private final InstantSource clock;

  /** Removes these webhooks. */
  public RemoveWebhook(Webhooks webhooks, InstantSource clock) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** How it ends. */
  public enum Outcome {
    REMOVED,
    /** There is no webhook of this id. */
    NO_SUCH_WEBHOOK,
    /** The webhook is at another version. */
    VERSION_MISMATCH,
    /** The actor may not change webhooks. */
    DENIED,
    /** Other changes were first, each time. */
    OVERTAKEN
  }

  /**
   * Removes a webhook. What is in flight may still arrive.
   *
   * @param expected the versions that the caller expects
   */
  public Outcome remove(Actor actor, WebhookId id, LongPredicate expected) {
    return actor.may(WebhookPermission.CHANGE_WEBHOOKS)
        ? OptimisticUpdate.run(() -> attempt(actor, id, expected), Outcome.OVERTAKEN)
        : Outcome.DENIED;
  }

  private Optional<Outcome> attempt(Actor actor, WebhookId id, LongPredicate expected) {
    var found = webhooks.find(id);
    if (found.isEmpty()) {
      return Optional.of(Outcome.NO_SUCH_WEBHOOK);
    }
    var webhook = found.get();
    if (!expected.test(webhook.version())) {
      return Optional.of(Outcome.VERSION_MISMATCH);
    }
    return switch (webhooks.remove(webhook.remove(actor.acts(clock.instant())))) {
      case STORED -> Optional.of(Outcome.REMOVED);
      case STALE -> Optional.empty();
    };
  }
}
