package io.clientele.application.webhook;

import io.clientele.application.kernel.Access;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the events that a webhook has set aside, in the order of their positions. */
public final class ListDeadLetters {
  private final Webhooks webhooks;
  private final DeadLetters letters;

  /** Lists these dead letters. */
  public ListDeadLetters(Webhooks webhooks, DeadLetters letters) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.letters = Objects.requireNonNull(letters, "letters");
  }

  /**
   * Returns dead letters; empty if there is no such webhook.
   *
   * @param after the last dead letter of the page before; null for the first page
   */
  public Access<Optional<List<DeadLetter>>> list(
      Actor actor, WebhookId id, @Nullable EventPosition after, int limit) {
    return Access.when(
        actor.may(WebhookPermission.VIEW_WEBHOOKS),
        () -> webhooks.find(id).map(webhook -> letters.list(id, after, limit)));
  }
}
