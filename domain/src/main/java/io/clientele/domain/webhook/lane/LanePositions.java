package io.clientele.domain.webhook.lane;

import io.clientele.domain.event.EventPosition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stored positions of all lanes of a webhook, at most some seconds old.
 *
 * @param byLane the position of each lane: all its events up to there are settled
 * @param lastSuccess the last delivery that succeeded; null if there was none
 */
public record LanePositions(List<EventPosition> byLane, @Nullable Instant lastSuccess) {
  public LanePositions {
    byLane = List.copyOf(Objects.requireNonNull(byLane, "byLane"));
  }

  /** The position of the lane that is behind all others. */
  public EventPosition slowest() {
    return byLane.stream().min(Comparator.naturalOrder()).orElse(EventPosition.START);
  }

  /** The position of the lane that is ahead of all others. */
  public EventPosition fastest() {
    return byLane.stream().max(Comparator.naturalOrder()).orElse(EventPosition.START);
  }
}
