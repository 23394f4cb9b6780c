package io.clientele.application.webhook.relay;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;

/** Is told what a relay does. */
public interface RelayListener {
  /** An attempt to deliver an event has ended. */
  void attempted(DeliveryOutcome outcome);

  /** For how long the oldest event that this relay is to deliver has waited; zero without one. */
  void lagging(Duration lag);
}
