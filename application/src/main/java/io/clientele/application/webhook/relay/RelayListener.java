package io.clientele.application.webhook.relay;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;

/** Is told what a relay does. */
public interface RelayListener {
  /** An attempt to deliver an event has ended. */
  void attempted(DeliveryOutcome outcome);

  /**
   * How far the lanes of this relay are behind the feed.
   *
   * @param lag for how long the oldest event has waited; zero without one
   * @param positions from the lane that is behind all others to the end of the feed, 0 to 2^53 - 1;
   *     a block has 1,024 positions, and each entry takes one
   */
  void lagging(Duration lag, long positions);
}
