package io.clientele.application.webhook;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.domain.webhook.Webhooks;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists webhooks, the oldest first. */
public final class ListWebhooks {
  private final Webhooks webhooks;
  private final WebhookProgressReader progress;

  /** Lists these webhooks. */
  public ListWebhooks(Webhooks webhooks, WebhookProgressReader progress) {
    this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Webhooks in the order of their ids.
   *
   * @param next where the next page continues; null on the last page
   */
  public record Page(List<WebhookView> webhooks, @Nullable WebhookId next) {
    public Page {
      webhooks = List.copyOf(Objects.requireNonNull(webhooks, "webhooks"));
    }
  }

  /**
   * Returns a page of webhooks.
   *
   * @param after the last webhook of the page before; null for the first page
   */
  public Access<Page> list(Actor actor, @Nullable WebhookId after, int limit) {
    return Access.when(actor.may(WebhookPermission.VIEW_WEBHOOKS), () -> page(actor, after, limit));
  }

  private Page page(Actor actor, @Nullable WebhookId after, int limit) {
    var isUrlShown = actor.may(WebhookPermission.CHANGE_WEBHOOKS);
    var rest =
        webhooks.all().stream()
            .filter(webhook -> after == null || webhook.id().compareTo(after) > 0)
            .toList();
    var shown = rest.subList(0, Math.min(limit, rest.size()));
    return new Page(
        shown.stream()
            .map(found -> new WebhookView(found, progress.read(found), isUrlShown))
            .toList(),
        shown.size() < rest.size() ? shown.get(shown.size() - 1).id() : null);
  }
}
