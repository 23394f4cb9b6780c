package io.clientele.domain.webhook.lane;

import io.clientele.domain.event.EventPosition;
import java.util.Objects;

/** All events of the lane up to the position are settled. */
public record LaneProgress(LaneLease lease, EventPosition position) {
  public LaneProgress {
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(position, "position");
  }
}
