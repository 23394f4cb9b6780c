package io.clientele.application.webhook;

import io.clientele.domain.webhook.Webhook;
import java.util.Objects;

/**
 * A webhook as an actor may see it.
 *
 * @param isUrlShown whether the actor may see the whole URL; otherwise its scheme and host
 */
public record WebhookView(Webhook webhook, WebhookProgress progress, boolean isUrlShown) {
  public WebhookView {
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(progress, "progress");
  }

  /** The URL that the actor may see. */
  public String url() {
    return isUrlShown ? webhook.profile().url().value() : webhook.profile().url().origin();
  }
}
