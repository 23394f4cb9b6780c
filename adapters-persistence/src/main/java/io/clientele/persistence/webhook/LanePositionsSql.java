package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.domain.webhook.lane.LanePositions;
import io.clientele.domain.webhook.lane.LaneProgress;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Reads and writes the positions of lanes and the health of endpoints, each time as a new row: see
 * the migration.
 */
final class LanePositionsSql {
  private static final String CREATE_LANES =
      "INSERT INTO webhook_lane (webhook_id, lane) SELECT ?, generate_series(0, ? - 1)";

  private static final String CREATE =
      "INSERT INTO webhook_checkpoint (webhook_id, number, positions)"
          + " VALUES (?, 1, array_fill(?::bigint, ARRAY[?]))";

  private static final String END_LEASES =
      """
      UPDATE webhook_lane
      SET owner = NULL, epoch = epoch + 1, attempts = 0, counted = 0, first_counted = NULL,
        last_counted = NULL, not_before = NULL
      WHERE webhook_id = ?
      """;

  private static final String REWIND =
      """
      INSERT INTO webhook_checkpoint
        (webhook_id, number, positions, last_success, failures, failing_since, busy_until)
      SELECT webhook_id, number + 1, array_fill(?::bigint, ARRAY[cardinality(positions)]), last_success, failures,
        failing_since, busy_until
      FROM webhook_checkpoint
      WHERE webhook_id = ?
      ORDER BY number DESC
      LIMIT 1
      """;

  /** Writers of the positions of one webhook wait for each other. The order prevents deadlocks. */
  private static final String LOCK =
      "SELECT id FROM webhook WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

  /** A lane moves only under its newest epoch; the other lanes keep their positions. */
  private static final String ADVANCE =
      """
      WITH moved AS (
        SELECT told.webhook_id, told.lane, told.position
        FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[])
          AS told (webhook_id, lane, epoch, position)
        JOIN webhook_lane AS held
          ON held.webhook_id = told.webhook_id AND held.lane = told.lane AND held.epoch = told.epoch
        WHERE held.owner IS NOT NULL
      )
      INSERT INTO webhook_checkpoint
        (webhook_id, number, positions, last_success, failures, failing_since, busy_until)
      SELECT newest.webhook_id, newest.number + 1,
        ARRAY(
          SELECT coalesce(moved.position, before.position)
          FROM unnest(newest.positions) WITH ORDINALITY AS before (position, place)
          LEFT JOIN moved ON moved.webhook_id = newest.webhook_id AND moved.lane = before.place - 1
          ORDER BY before.place),
        health.last_success, health.failures, health.failing_since, health.busy_until
      FROM unnest(?::uuid[], ?::timestamptz[], ?::integer[], ?::timestamptz[], ?::timestamptz[])
        AS health (webhook_id, last_success, failures, failing_since, busy_until)
      CROSS JOIN LATERAL (
        SELECT webhook_id, number, positions
        FROM webhook_checkpoint
        WHERE webhook_checkpoint.webhook_id = health.webhook_id
        ORDER BY number DESC
        LIMIT 1
      ) AS newest
      RETURNING webhook_id, number
      """;

  private static final String NEWEST =
      """
      SELECT positions, last_success
      FROM webhook_checkpoint
      WHERE webhook_id = ?
      ORDER BY number DESC
      LIMIT 1
      """;

  private static final String DELETE_OLDER =
      "DELETE FROM webhook_checkpoint WHERE webhook_id = ? AND number < ?";

  /** Old rows are deleted so many at a time. */
  private static final int OLD_ROWS = 100;

  private LanePositionsSql() {}

  static void create(Connection connection, Webhook webhook, EventPosition after)
      throws SQLException {
    var id = webhook.id().value();
    Sql.update(connection, CREATE_LANES, id, webhook.lanes());
    Sql.update(connection, CREATE, id, after.value(), webhook.lanes());
  }

  /** The row of the webhook is locked already. */
  static void rewind(Connection connection, Webhook webhook, EventPosition after)
      throws SQLException {
    Sql.update(connection, END_LEASES, webhook.id().value());
    Sql.update(connection, REWIND, after.value(), webhook.id().value());
  }

  static boolean advance(
      Connection connection,
      Collection<LaneProgress> moved,
      Map<WebhookId, EndpointHealth> observed)
      throws SQLException {
    var touched = new TreeSet<>(observed.keySet());
    moved.forEach(progress -> touched.add(progress.lease().webhook()));
    Sql.list(connection, LOCK, row -> true, EndpointHealthSql.ids(connection, touched));
    var health = EndpointHealthSql.read(connection, touched);
    observed.forEach((id, report) -> health.computeIfPresent(id, (same, of) -> of.then(report)));
    store(connection, moved, List.copyOf(health.entrySet()));
    return true;
  }

  private static void store(
      Connection connection,
      Collection<LaneProgress> moved,
      List<Map.Entry<WebhookId, EndpointHealth>> health)
      throws SQLException {
    var numbers =
        Sql.list(
            connection,
            ADVANCE,
            row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
            Sql.uuids(connection, moved.stream().map(of -> of.lease().webhook().value()).toList()),
            numbers(connection, moved, of -> of.lease().lane()),
            numbers(connection, moved, of -> of.lease().epoch()),
            numbers(connection, moved, of -> of.position().value()),
            EndpointHealthSql.ids(connection, health.stream().map(Map.Entry::getKey).toList()),
            EndpointHealthSql.times(connection, health, EndpointHealth::lastSuccess),
            connection.createArrayOf(
                "integer", health.stream().map(of -> of.getValue().failuresInRow()).toArray()),
            EndpointHealthSql.times(connection, health, EndpointHealth::failingSince),
            EndpointHealthSql.times(connection, health, EndpointHealth::busyUntil));
    for (var number : numbers) {
      if (number.getValue() % OLD_ROWS == 0) {
        Sql.update(connection, DELETE_OLDER, number.getKey(), number.getValue());
      }
    }
  }

  static Optional<LanePositions> newest(Sql sql, WebhookId webhook) {
    return sql.list(NEWEST, LanePositionsSql::read, webhook.value()).stream().findFirst();
  }

  private static LanePositions read(ResultSet row) throws SQLException {
    var positions =
        Arrays.stream((Long[]) row.getArray(1).getArray()).map(EventPosition::new).toList();
    return new LanePositions(positions, Timestamps.instantOrNull(row, 2));
  }

  private static Object numbers(
      Connection connection, Collection<LaneProgress> moved, ToLongFunction<LaneProgress> number)
      throws SQLException {
    return connection.createArrayOf("bigint", moved.stream().mapToLong(number).boxed().toArray());
  }
}
