package io.clientele.application.webhook;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.Webhooks;
import java.util.Objects;
import java.util.Optional;

/** Reads one webhook. */
public final class ViewWebhook {
  private final Webhooks webhooks;
  private final WebhookProgressReader progress;

  /** Reads these webhooks. */
  public ViewWebhook(Webhooks webhooks, WebhookProgressReader progress) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /** Returns the webhook of this id; empty if there is none. */
  public Access<Optional<WebhookView>> view(Actor actor, WebhookId id) {
    var isUrlShown = actor.may(WebhookPermission.CHANGE_WEBHOOKS);
    return Access.when(
        actor.may(WebhookPermission.VIEW_WEBHOOKS),
        () ->
            webhooks
                .find(id)
                .map(found -> new WebhookView(found, progress.read(found), isUrlShown)));
  }
}
