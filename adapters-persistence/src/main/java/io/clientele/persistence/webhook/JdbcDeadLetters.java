package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetters;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters in PostgreSQL. */
public final class JdbcDeadLetters implements DeadLetters {
  private static final String ADD =
      """
      INSERT INTO webhook_dead_letter (webhook_id, position, event_id, since, attempts, last_fault)
      SELECT id, ?, ?, ?, ?, ? FROM webhook WHERE id = ?
      ON CONFLICT DO NOTHING
      """;

  private static final String REMOVE =
      "DELETE FROM webhook_dead_letter WHERE webhook_id = ? AND position = ?";

  private static final String LIST =
      """
      SELECT webhook_id, position, event_id, since, attempts, last_fault
      FROM webhook_dead_letter
      WHERE webhook_id = ? AND position > ?
      ORDER BY position
      LIMIT ?
      """;

  private static final String COUNT =
      "SELECT count(*) FROM webhook_dead_letter WHERE webhook_id = ? AND since >= ?";

  private final Sql work;
  private final Sql requests;

  /** Dead letters of this database. */
  public JdbcDeadLetters(Database database) {
    this.work = database.work();
    this.requests = database.requests();
  }

  @Override
  public void add(DeadLetter letter) {
    work.update(
        ADD,
        letter.position().value(),
        letter.eventId(),
        Timestamps.of(letter.since()),
        letter.attempts(),
        letter.lastFault(),
        letter.webhook().value());
  }

  @Override
  public void remove(WebhookId webhook, EventPosition position) {
    work.update(REMOVE, webhook.value(), position.value());
  }

  @Override
  public List<DeadLetter> list(WebhookId webhook, @Nullable EventPosition after, int limit) {
    var from = after == null ? -1 : after.value();
    return requests.list(LIST, JdbcDeadLetters::read, webhook.value(), from, limit);
  }

  @Override
  public long count(WebhookId webhook, Instant since) {
    return requests
        .list(COUNT, row -> row.getLong(1), webhook.value(), Timestamps.of(since))
        .getFirst();
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    return new DeadLetter(
        new WebhookId(row.getObject(1, UUID.class)),
        new EventPosition(row.getLong(2)),
        row.getObject(3, UUID.class),
        Timestamps.instant(row, 4),
        row.getInt(5),
        row.getString(6));
  }
}
