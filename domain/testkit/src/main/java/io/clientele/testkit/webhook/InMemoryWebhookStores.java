package io.clientele.testkit.webhook;

import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.testkit.kernel.InMemoryChangeStore;

/** The stores of webhooks in memory, for tests and demos. Safe for use by many threads. */
public final class InMemoryWebhookStores {
  private final WebhookRows rows;
  private final WebhookPorts ports;

  /** Creates empty stores; their changes are stored through {@code changes}. */
  public InMemoryWebhookStores(InMemoryChangeStore changes) {
    rows = new WebhookRows(changes);
    ports =
        new WebhookPorts(
            new InMemoryWebhooks(rows),
            new InMemoryDeliveryLanes(rows),
            new InMemoryDeadLetters(rows),
            new InMemoryDeliveryAttempts(rows),
            new InMemoryRedeliveries(rows));
    changes.addEraser(
        (account, by) -> {
          synchronized (rows) {
            rows.erased.add(account);
          }
        });
  }

  /** All stores. */
  public WebhookPorts ports() {
    return ports;
  }

  /** The webhooks. */
  public Webhooks webhooks() {
    return ports.webhooks();
  }

  /** Their lanes. */
  public DeliveryLanes lanes() {
    return ports.lanes();
  }

  /** Their dead letters. */
  public DeadLetters deadLetters() {
    return ports.deadLetters();
  }

  /** Their attempts. */
  public DeliveryAttempts attempts() {
    return ports.attempts();
  }

  /** Their redeliveries. */
  public Redeliveries redeliveries() {
    return ports.redeliveries();
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    rows.backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    rows.backing.endOutage();
  }
}
