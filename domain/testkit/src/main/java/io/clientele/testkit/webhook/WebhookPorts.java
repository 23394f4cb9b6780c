package io.clientele.testkit.webhook;

import io.clientele.domain.webhook.Webhooks;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import java.util.Objects;

/** The stores of webhooks, which share their data. */
public record WebhookPorts(
    Webhooks webhooks,
    DeliveryLanes lanes,
    DeadLetters deadLetters,
    DeliveryAttempts attempts,
    Redeliveries redeliveries) {
  public WebhookPorts {
    Objects.requireNonNull(webhooks, "webhooks");
    Objects.requireNonNull(lanes, "lanes");
    Objects.requireNonNull(deadLetters, "deadLetters");
    Objects.requireNonNull(attempts, "attempts");
    Objects.requireNonNull(redeliveries, "redeliveries");
  }
}
