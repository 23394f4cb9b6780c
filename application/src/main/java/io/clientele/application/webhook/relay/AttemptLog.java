package io.clientele.application.webhook.relay;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;

/** Which attempts are kept. */
public enum AttemptLog {
  /** All attempts. */
  ALL,
  /** Attempts that failed. */
  FAILURES;

  boolean keeps(DeliveryOutcome outcome) {
    return this == ALL || !outcome.isDelivered();
  }
}
