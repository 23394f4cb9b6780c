package io.clientele.domain.webhook.lane;

import io.clientele.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Distributes the lanes of active webhooks among instances, and keeps how far each has come. A lane
 * has one owner. An instance that no longer renews loses its lanes to others; then at most what was
 * not yet stored is sent again. Safe for use by many threads; throws {@code PortUnavailable}.
 */
public interface DeliveryLanes {
  /**
   * Announces that an instance lives.
   *
   * @param until when its lanes are free, unless it renews before
   * @return the number of instances that live now, this one included
   */
  int renew(RelayId owner, Instant now, Instant until);

  /** Gives back all lanes of an instance that stops. */
  void retire(RelayId owner);

  /**
   * Claims lanes of active webhooks that have no owner, or whose owner does not live. The instance
   * must have renewed.
   *
   * @param limit the greatest number of lanes, at least 1
   */
  List<ClaimedLane> claim(RelayId owner, int limit, Instant now);

  /** Returns the leases that an instance still holds on lanes of active webhooks. */
  Set<LaneLease> held(RelayId owner);

  /**
   * Stores positions, and adds what the instance observed of endpoints to what all share. Leases
   * that are over are ignored.
   *
   * @param moved the lanes that moved
   * @param observed since the last report, of webhooks whose endpoints were tried
   */
  void advance(Collection<LaneProgress> moved, Map<WebhookId, EndpointHealth> observed);

  /**
   * Returns the health of endpoints as all instances observed it, at most some seconds old. A
   * webhook that is started again forgets its failures.
   *
   * @return without webhooks that do not exist
   */
  Map<WebhookId, EndpointHealth> health(Set<WebhookId> webhooks);

  /** Stores the failures of the first event of a lane; {@link LaneFailures#NONE} clears them. */
  Stored fail(LaneLease lease, LaneFailures failures);

  /** Gives lanes back, so that other instances can claim them. */
  void release(Collection<LaneLease> leases);

  /** Returns the positions of a webhook; empty if it does not exist. */
  Optional<LanePositions> positions(WebhookId webhook);

  /** The result of a write under a lease. */
  enum Stored {
    STORED,
    /** The lane has another owner or another position; nothing was stored. */
    LEASE_LOST
  }
}
