package io.clientele.application.webhook;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import java.util.Objects;
import java.util.Optional;

/** Reads how far a redelivery has come. */
public final class ViewRedelivery {
  private final Redeliveries redeliveries;

  /** Reads these redeliveries. */
  public ViewRedelivery(Redeliveries redeliveries) {
    this.redeliveries = Objects.requireNonNull(redeliveries, "redeliveries");
  }

  /** Returns the redelivery of this webhook and id; empty if there is none. */
  public Access<Optional<Redelivery>> view(Actor actor, WebhookId webhook, RedeliveryId id) {
    return Access.when(
        actor.may(WebhookPermission.VIEW_WEBHOOKS), () -> redeliveries.find(webhook, id));
  }
}
