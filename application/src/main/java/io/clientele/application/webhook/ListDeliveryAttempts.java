package io.clientele.application.webhook;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the attempts at a webhook, the newest first. */
public final class ListDeliveryAttempts {
  private final Webhooks webhooks;
  private final DeliveryAttempts attempts;

  /** Lists these attempts. */
  public ListDeliveryAttempts(Webhooks webhooks, DeliveryAttempts attempts) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.attempts = Objects.requireNonNull(attempts, "attempts");
  }

  /**
   * Returns attempts; empty if there is no such webhook. Only actors that may change webhooks see
   * answers.
   *
   * @param before the last attempt of the page before; null for the first page
   */
  public Access<Optional<List<DeliveryAttempt>>> list(
      Actor actor, WebhookId id, DeliveryAttempts.@Nullable Place before, int limit) {
    return Access.when(
        actor.may(WebhookPermission.VIEW_WEBHOOKS),
        () -> webhooks.find(id).map(webhook -> shown(actor, id, before, limit)));
  }

  private List<DeliveryAttempt> shown(
      Actor actor, WebhookId id, DeliveryAttempts.@Nullable Place before, int limit) {
    var found = attempts.list(id, before, limit);
    return actor.may(WebhookPermission.CHANGE_WEBHOOKS)
        ? found
        : found.stream().map(ListDeliveryAttempts::withoutAnswer).toList();
  }

  private static DeliveryAttempt withoutAnswer(DeliveryAttempt of) {
    var result = new DeliveryResult(of.result().outcome(), of.result().millis(), null);
    return new DeliveryAttempt(
        of.webhook(), of.at(), of.eventId(), of.position(), of.account(), of.number(), result);
  }
}
