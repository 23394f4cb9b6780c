package io.clientele.domain.webhook.lane;

import io.clientele.domain.event.EventPosition;

/** All events of the lane up to the position are settled. */
public record LaneProgress(LaneLease lease, EventPosition position) {}
