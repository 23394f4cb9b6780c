package io.clientele.domain.webhook.lane;

import io.clientele.domain.webhook.WebhookId;
import java.util.Objects;

/**
 * The right of an instance to deliver in a lane.
 *
 * @param lane its number, from 0
 * @param epoch rises each time the lane gets another owner or another position: a store refuses the
 *     owner of an earlier epoch
 */
public record LaneLease(WebhookId webhook, int lane, long epoch) {
  public LaneLease {
    Objects.requireNonNull(webhook, "webhook");
  }
}
