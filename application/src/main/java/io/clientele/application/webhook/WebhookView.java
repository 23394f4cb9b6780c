package io.clientele.application.webhook;

import io.clientele.domain.webhook.Webhook;

/**
 * A webhook as an actor may see it.
 *
 * @param isUrlShown whether the actor may see the whole URL; otherwise its scheme and host
 */
public record WebhookView(Webhook webhook, WebhookProgress progress, boolean isUrlShown) {
  /** The URL that the actor may see. */
  public String url() {
    return isUrlShown ? webhook.profile().url().value() : webhook.profile().url().origin();
  }
}
