package io.clientele.testkit.webhook;

import io.clientele.inmemory.webhook.InMemoryWebhookStores;

/** Stores of webhooks in memory, as the contracts take them. */
public final class InMemoryWebhookPorts {
  private InMemoryWebhookPorts() {}

  /** Returns these stores. */
  public static WebhookPorts of(InMemoryWebhookStores stores) {
    return new WebhookPorts(
        stores.webhooks(),
        stores.lanes(),
        stores.deadLetters(),
        stores.attempts(),
        stores.redeliveries());
  }
}
