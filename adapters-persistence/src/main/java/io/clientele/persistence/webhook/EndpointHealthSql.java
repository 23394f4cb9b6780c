package io.clientele.persistence.webhook;

import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.lane.EndpointHealth;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the health of endpoints from the newest checkpoints. */
final class EndpointHealthSql {
  private static final String READ =
      """
      SELECT newest.webhook_id, newest.failures, newest.last_success, newest.failing_since, newest.busy_until
      FROM unnest(?::uuid[]) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT webhook_id, failures, last_success, failing_since, busy_until
        FROM webhook_checkpoint
        WHERE webhook_checkpoint.webhook_id = asked.id
        ORDER BY number DESC
        LIMIT 1
      ) AS newest
      """;

  /** A webhook that starts forgets its failures; one that is active keeps them. */
  private static final String RESTART =
      """
      INSERT INTO webhook_checkpoint (webhook_id, number, positions, last_success)
      SELECT webhook_id, number + 1, positions, last_success
      FROM webhook_checkpoint
      WHERE webhook_id = ?
      ORDER BY number DESC
      LIMIT 1
      """;

  private EndpointHealthSql() {}

  /** Without webhooks that do not exist. */
  static Map<WebhookId, EndpointHealth> read(Connection connection, Collection<WebhookId> of)
      throws SQLException {
    var found = new TreeMap<WebhookId, EndpointHealth>();
    Sql.each(
        connection,
        READ,
        row -> found.put(new WebhookId(row.getObject(1, UUID.class)), health(row)),
        ids(connection, of));
    return found;
  }

  /** The row of the webhook is locked already. */
  static void restart(Connection connection, WebhookId webhook) throws SQLException {
    Sql.update(connection, RESTART, webhook.value());
  }

  static Object ids(Connection connection, Collection<WebhookId> of) throws SQLException {
    return Sql.uuids(connection, of.stream().map(WebhookId::value).toList());
  }

  static Object times(
      Connection connection,
      List<Map.Entry<WebhookId, EndpointHealth>> of,
      Function<EndpointHealth, @Nullable Instant> time)
      throws SQLException {
    var values = new @Nullable Object[of.size()];
    for (var i = 0; i < values.length; i++) {
      var at = time.apply(of.get(i).getValue());
      values[i] = at == null ? null : Timestamps.of(at);
    }
    return connection.createArrayOf("timestamptz", values);
  }

  private static EndpointHealth health(ResultSet row) throws SQLException {
    return new EndpointHealth(
        row.getInt(2),
        Timestamps.instantOrNull(row, 3),
        Timestamps.instantOrNull(row, 4),
        Timestamps.instantOrNull(row, 5));
  }
}
