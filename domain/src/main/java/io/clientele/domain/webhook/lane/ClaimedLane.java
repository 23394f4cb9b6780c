package io.clientele.domain.webhook.lane;

import io.clientele.domain.event.EventPosition;
import java.util.Objects;

/**
 * A lane that an instance has claimed.
 *
 * @param position all events of the lane up to here are settled
 * @param failures of the first event after the position
 */
public record ClaimedLane(LaneLease lease, EventPosition position, LaneFailures failures) {
  public ClaimedLane {
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(failures, "failures");
  }
}
