package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Redeliveries in PostgreSQL. */
public final class JdbcRedeliveries implements Redeliveries {
  /** Requests for one webhook wait for each other, so that the limit holds. */
  private static final String LOCK = "SELECT id FROM webhook WHERE id = ? FOR NO KEY UPDATE";

  private static final String COUNT_OPEN =
      "SELECT count(*) FROM webhook_redelivery WHERE webhook_id = ? AND cardinality(remaining) > 0";

  private static final String INSERT =
      """
      INSERT INTO webhook_redelivery (id, webhook_id, created_at, positions, remaining)
      SELECT ?, ?, ?, told, told FROM (SELECT ?::bigint[]) AS request (told)
      """;

  private static final String FIND =
      """
      SELECT id, webhook_id, created_at, positions, cardinality(remaining), failed
      FROM webhook_redelivery
      WHERE id = ? AND webhook_id = ?
      """;

  private static final String OPEN =
      """
      SELECT id, webhook_id, remaining[1:?]
      FROM webhook_redelivery
      WHERE cardinality(remaining) > 0
      ORDER BY id
      """;

  /** A position that is not left any more counts no more. */
  private static final String SENT =
      """
      UPDATE webhook_redelivery
      SET failed = failed
          + (SELECT count(*) FROM unnest(remaining) AS each WHERE each = ANY (?::bigint[])),
        remaining = ARRAY(
          SELECT each FROM unnest(remaining) AS each WHERE each <> ALL (?::bigint[]) ORDER BY each)
      WHERE id = ?
      """;

  private static final String DELETE =
      "DELETE FROM webhook_redelivery WHERE created_at < ? AND cardinality(remaining) = 0";

  private final Sql work;
  private final Sql requests;
  private final ChangeStore changes;

  /** Redeliveries of this database. */
  public JdbcRedeliveries(Database database, ChangeStore changes) {
    this.work = database.work();
    this.requests = database.requests();
    this.changes = changes;
  }

  @Override
  public Added add(Change<Redelivery> requested) {
    return changes.store(
        requests,
        requested,
        ChangeSubject.named(requested.state().webhook().subject()),
        new ChangeResults<>(Added.STORED, Added.KEY_IN_USE, Added.KEY_IN_USE),
        transaction -> insert(transaction.connection(), requested.state()));
  }

  @Override
  public Optional<Redelivery> find(WebhookId webhook, RedeliveryId id) {
    return requests.list(FIND, JdbcRedeliveries::read, id.value(), webhook.value()).stream()
        .findFirst();
  }

  @Override
  public List<Open> open() {
    return work.list(
        OPEN,
        row ->
            new Open(
                new RedeliveryId(row.getObject(1, UUID.class)),
                new WebhookId(row.getObject(2, UUID.class)),
                positions(row.getArray(3))),
        LEFT_MAX);
  }

  @Override
  public void sent(RedeliveryId id, Collection<Sent> events) {
    var all = events.stream().map(Sent::position).toList();
    var failed = events.stream().filter(of -> !of.isDelivered()).map(Sent::position).toList();
    work.run(
        connection ->
            Sql.update(
                connection, SENT, array(connection, failed), array(connection, all), id.value()));
  }

  /** Deletes redeliveries that are done and were requested before this instant. */
  public int delete(Instant before) {
    return work.update(DELETE, Timestamps.of(before));
  }

  private static Optional<Added> insert(Connection connection, Redelivery requested)
      throws SQLException {
    var webhook = requested.webhook().value();
    if (Sql.list(connection, LOCK, row -> true, webhook).isEmpty()) {
      return Optional.of(Added.NO_SUCH_WEBHOOK);
    }
    var open = Sql.list(connection, COUNT_OPEN, row -> row.getInt(1), webhook).getFirst();
    if (open >= OPEN_MAX) {
      return Optional.of(Added.TOO_MANY);
    }
    Sql.update(
        connection,
        INSERT,
        requested.id().value(),
        webhook,
        Timestamps.of(requested.createdAt()),
        array(connection, requested.positions()));
    return Optional.empty();
  }

  private static Redelivery read(ResultSet row) throws SQLException {
    var positions = positions(row.getArray(4));
    return new Redelivery(
        new RedeliveryId(row.getObject(1, UUID.class)),
        new WebhookId(row.getObject(2, UUID.class)),
        Timestamps.instant(row, 3),
        positions,
        positions.size() - row.getInt(5),
        row.getInt(6));
  }

  private static Object array(Connection connection, Collection<EventPosition> positions)
      throws SQLException {
    return connection.createArrayOf(
        "bigint", positions.stream().map(EventPosition::value).toArray());
  }

  private static List<EventPosition> positions(Array array) throws SQLException {
    return Arrays.stream((Long[]) array.getArray()).map(EventPosition::new).toList();
  }
}
