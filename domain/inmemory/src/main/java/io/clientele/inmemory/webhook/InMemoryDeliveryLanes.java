package io.clientele.inmemory.webhook;

import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.lane.ClaimedLane;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.LaneFailures;
import io.clientele.domain.webhook.lane.LaneLease;
import io.clientele.domain.webhook.lane.LanePositions;
import io.clientele.domain.webhook.lane.LaneProgress;
import io.clientele.domain.webhook.lane.RelayId;
import io.clientele.inmemory.webhook.WebhookRows.Lane;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lanes in memory. */
final class InMemoryDeliveryLanes implements DeliveryLanes {
  private final WebhookRows rows;

  InMemoryDeliveryLanes(WebhookRows rows) {
    this.rows = rows;
  }

  @Override
  public int renew(RelayId owner, Instant now, Instant until) {
    synchronized (rows) {
      rows.backing.require();
      rows.relays.values().removeIf(end -> !end.isAfter(now));
      rows.relays.put(owner, until);
      return rows.relays.size();
    }
  }

  @Override
  public void retire(RelayId owner) {
    synchronized (rows) {
      rows.backing.require();
      rows.relays.remove(owner);
      rows.lanes.values().stream()
          .flatMap(List::stream)
          .filter(lane -> owner.equals(lane.owner))
          .forEach(lane -> lane.owner = null);
    }
  }

  @Override
  public List<ClaimedLane> claim(RelayId owner, int limit, Instant now) {
    synchronized (rows) {
      rows.backing.require();
      return rows.activeLanes()
          .filter(lane -> !isOwned(lane, now))
          .limit(limit)
          .map(lane -> claimed(lane, owner))
          .toList();
    }
  }

  @Override
  public Set<LaneLease> held(RelayId owner) {
    synchronized (rows) {
      rows.backing.require();
      return rows.activeLanes()
          .filter(lane -> owner.equals(lane.owner))
          .map(Lane::lease)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @Override
  public void advance(Collection<LaneProgress> moved, Map<WebhookId, EndpointHealth> observed) {
    synchronized (rows) {
      rows.backing.require();
      for (var progress : moved) {
        var lane = rows.held(progress.lease());
        if (lane != null) {
          lane.position = progress.position();
        }
      }
      observed.forEach((id, report) -> rows.health.put(id, health(id).then(report)));
      rows.health.keySet().retainAll(rows.webhooks.keySet());
    }
  }

  @Override
  public Stored fail(LaneLease lease, LaneFailures failures) {
    synchronized (rows) {
      rows.backing.require();
      var lane = rows.held(lease);
      if (lane == null) {
        return Stored.LEASE_LOST;
      }
      lane.failures = failures;
      return Stored.STORED;
    }
  }

  @Override
  public void release(Collection<LaneLease> leases) {
    synchronized (rows) {
      rows.backing.require();
      for (var lease : leases) {
        var lane = rows.held(lease);
        if (lane != null) {
          lane.owner = null;
        }
      }
    }
  }

  @Override
  public Optional<LanePositions> positions(WebhookId webhook) {
    synchronized (rows) {
      rows.backing.require();
      return Optional.ofNullable(rows.lanes.get(webhook))
          .map(lanes -> lanes.stream().map(lane -> lane.position).toList())
          .map(positions -> new LanePositions(positions, health(webhook).lastSuccess()));
    }
  }

  @Override
  public Map<WebhookId, EndpointHealth> health(Set<WebhookId> webhooks) {
    synchronized (rows) {
      rows.backing.require();
      return webhooks.stream()
          .filter(rows.webhooks::containsKey)
          .collect(Collectors.toMap(Function.identity(), this::health));
    }
  }

  private EndpointHealth health(WebhookId webhook) {
    return rows.health.getOrDefault(webhook, EndpointHealth.UNTRIED);
  }

  private boolean isOwned(Lane lane, Instant now) {
    var until = lane.owner == null ? null : rows.relays.get(lane.owner);
    return until != null && until.isAfter(now);
  }

  private static ClaimedLane claimed(Lane lane, RelayId owner) {
    lane.owner = owner;
    lane.epoch++;
    return new ClaimedLane(lane.lease(), lane.position, lane.failures);
  }
}
