package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.lane.ClaimedLane;
import io.clientele.domain.webhook.lane.DeliveryLanes;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.LaneFailures;
import io.clientele.domain.webhook.lane.LaneLease;
import io.clientele.domain.webhook.lane.LanePositions;
import io.clientele.domain.webhook.lane.LaneProgress;
import io.clientele.domain.webhook.lane.RelayId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lanes in PostgreSQL. */
public final class JdbcDeliveryLanes implements DeliveryLanes {
  private static final String RENEW =
      """
      WITH renewed AS (
        INSERT INTO relay_instance (id, alive_until)
        VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until
      ), forgotten AS (
        DELETE FROM relay_instance WHERE alive_until < ?::timestamptz - interval '1 hour'
      )
      SELECT 1 + count(*) FROM relay_instance WHERE id <> ? AND alive_until > ?
      """;

  private static final String RETIRE =
      """
      WITH gone AS (
        DELETE FROM relay_instance WHERE id = ?
      )
      UPDATE webhook_lane SET owner = NULL WHERE owner = ?
      """;

  /** Materialized, because PostgreSQL would else lock and claim more rows than the limit says. */
  private static final String CLAIM =
      """
      WITH free AS MATERIALIZED (
        SELECT lane.webhook_id, lane.lane
        FROM webhook_lane AS lane
        JOIN webhook ON webhook.id = lane.webhook_id
        WHERE webhook.status = 'ACTIVE' AND (
          lane.owner IS NULL
          OR NOT EXISTS (
            SELECT FROM relay_instance WHERE relay_instance.id = lane.owner AND alive_until > ?))
        ORDER BY lane.webhook_id, lane.lane
        LIMIT ?
        FOR UPDATE OF lane SKIP LOCKED
      )
      UPDATE webhook_lane AS lane
      SET owner = ?, epoch = lane.epoch + 1
      FROM free
      WHERE lane.webhook_id = free.webhook_id AND lane.lane = free.lane
      RETURNING lane.webhook_id, lane.lane, lane.epoch, lane.attempts, lane.counted, lane.first_counted,
        lane.last_counted, lane.not_before, (
          SELECT positions[lane.lane + 1]
          FROM webhook_checkpoint
          WHERE webhook_checkpoint.webhook_id = lane.webhook_id
          ORDER BY number DESC
          LIMIT 1)
      """;

  private static final String HELD =
      """
      SELECT lane.webhook_id, lane.lane, lane.epoch
      FROM webhook_lane AS lane
      JOIN webhook ON webhook.id = lane.webhook_id
      WHERE lane.owner = ? AND webhook.status = 'ACTIVE'
      """;

  private static final String FAIL =
      """
      UPDATE webhook_lane
      SET attempts = ?, counted = ?, first_counted = ?, last_counted = ?, not_before = ?
      WHERE webhook_id = ? AND lane = ? AND epoch = ? AND owner IS NOT NULL
      """;

  private static final String RELEASE =
      """
      UPDATE webhook_lane
      SET owner = NULL
      FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) AS told (webhook_id, lane, epoch)
      WHERE webhook_lane.webhook_id = told.webhook_id AND webhook_lane.lane = told.lane
        AND webhook_lane.epoch = told.epoch
      """;

  private final Sql work;
  private final Sql requests;

  /** Lanes of this database. */
  public JdbcDeliveryLanes(Database database) {
    this.work = database.work();
    this.requests = database.requests();
  }

  @Override
  public int renew(RelayId owner, Instant now, Instant until) {
    var id = owner.value();
    var at = Timestamps.of(now);
    return work.list(RENEW, row -> row.getInt(1), id, Timestamps.of(until), at, id, at).getFirst();
  }

  @Override
  public void retire(RelayId owner) {
    work.update(RETIRE, owner.value(), owner.value());
  }

  @Override
  public List<ClaimedLane> claim(RelayId owner, int limit, Instant now) {
    return work.list(CLAIM, JdbcDeliveryLanes::claimed, Timestamps.of(now), limit, owner.value());
  }

  @Override
  public Set<LaneLease> held(RelayId owner) {
    return Set.copyOf(work.list(HELD, JdbcDeliveryLanes::lease, owner.value()));
  }

  @Override
  public void advance(Collection<LaneProgress> moved, Map<WebhookId, EndpointHealth> observed) {
    if (!moved.isEmpty() || !observed.isEmpty()) {
      work.transaction(connection -> LanePositionsSql.advance(connection, moved, observed));
    }
  }

  @Override
  public Stored fail(LaneLease lease, LaneFailures failures) {
    var stored =
        work.update(
            FAIL,
            failures.attempts(),
            failures.counted(),
            timestamp(failures.firstCounted()),
            timestamp(failures.lastCounted()),
            timestamp(failures.notBefore()),
            lease.webhook().value(),
            lease.lane(),
            lease.epoch());
    return stored == 1 ? Stored.STORED : Stored.LEASE_LOST;
  }

  @Override
  public void release(Collection<LaneLease> leases) {
    work.run(
        connection ->
            Sql.update(
                connection,
                RELEASE,
                Sql.uuids(connection, leases.stream().map(of -> of.webhook().value()).toList()),
                connection.createArrayOf(
                    "bigint", leases.stream().map(of -> (long) of.lane()).toArray()),
                connection.createArrayOf(
                    "bigint", leases.stream().map(LaneLease::epoch).toArray())));
  }

  @Override
  public Map<WebhookId, EndpointHealth> health(Set<WebhookId> webhooks) {
    return work.run(connection -> EndpointHealthSql.read(connection, webhooks));
  }

  @Override
  public Optional<LanePositions> positions(WebhookId webhook) {
    return LanePositionsSql.newest(requests, webhook);
  }

  private static ClaimedLane claimed(ResultSet row) throws SQLException {
    var failures =
        new LaneFailures(
            row.getInt(4),
            row.getInt(5),
            Timestamps.instantOrNull(row, 6),
            Timestamps.instantOrNull(row, 7),
            Timestamps.instantOrNull(row, 8));
    return new ClaimedLane(lease(row), new EventPosition(row.getLong(9)), failures);
  }

  private static LaneLease lease(ResultSet row) throws SQLException {
    return new LaneLease(
        new WebhookId(row.getObject(1, UUID.class)), row.getInt(2), row.getLong(3));
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamps.of(at);
  }
}
