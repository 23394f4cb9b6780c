package io.clientele.inmemory.webhook;

import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.inmemory.kernel.InMemoryChangeStore;

/** The stores of webhooks in memory, for tests and demos. Safe for use by many threads. */
public final class InMemoryWebhookStores {
  private final WebhookRows rows;
  private final Webhooks webhooks;
  private final DeliveryLanes lanes;
  private final DeadLetters deadLetters;
  private final DeliveryAttempts attempts;
  private final Redeliveries redeliveries;

  /** Creates empty stores; their changes are stored through {@code changes}. */
  public InMemoryWebhookStores(InMemoryChangeStore changes) {
    rows = new WebhookRows(changes);
    webhooks = new InMemoryWebhooks(rows);
    lanes = new InMemoryDeliveryLanes(rows);
    deadLetters = new InMemoryDeadLetters(rows);
    attempts = new InMemoryDeliveryAttempts(rows);
    redeliveries = new InMemoryRedeliveries(rows);
    changes.addEraser(
        (account, by) -> {
          synchronized (rows) {
            rows.erased.add(account);
          }
        });
  }

  /** The webhooks. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Their lanes. */
  public DeliveryLanes lanes() {
    return lanes;
  }

  /** Their dead letters. */
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  /** Their attempts. */
  public DeliveryAttempts attempts() {
    return attempts;
  }

  /** Their redeliveries. */
  public Redeliveries redeliveries() {
    return redeliveries;
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
