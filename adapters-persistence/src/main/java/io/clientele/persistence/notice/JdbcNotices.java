package io.clientele.persistence.notice;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeDelivery;
import io.clientele.domain.notice.Notices;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.task.TaskWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notices in PostgreSQL. */
public final class JdbcNotices implements Notices {
  /** Of concurrent statements with one source, the later ones wait, and then insert no row. */
  private static final String ANNOUNCE =
      """
      INSERT INTO notice (source, operator_id, announced_at)
      SELECT ?, operator_id, ? FROM notice_choice WHERE ? = ANY (kinds) ORDER BY operator_id
      ON CONFLICT DO NOTHING
      RETURNING operator_id
      """;

  private static final String ANNOUNCE_TO =
      """
      INSERT INTO notice (source, operator_id, announced_at)
      SELECT ?, operator_id, ? FROM notice_choice WHERE ? = ANY (kinds) AND operator_id = ?
      ON CONFLICT DO NOTHING
      RETURNING operator_id
      """;

  private static final String IS_SENT =
      "SELECT 1 FROM notice WHERE source = ? AND operator_id = ? AND sent_at IS NOT NULL";

  private static final String SENT =
      "UPDATE notice SET sent_at = ? WHERE source = ? AND operator_id = ?";

  private static final String POSITION = "SELECT position FROM notice_position";

  private static final String ADVANCE =
      """
      INSERT INTO notice_position (position) VALUES (?)
      ON CONFLICT (is_only) DO UPDATE SET position = excluded.position
      WHERE notice_position.position < excluded.position
      """;

  private static final String FORGET = "DELETE FROM notice WHERE announced_at < ?";

  private final Sql work;
  private final TaskWriter tasks;

  /** Notices in this database; their tasks are encrypted under these keys. */
  public JdbcNotices(Database database, SubjectKeys keys) {
    this.work = database.work();
    this.tasks = new TaskWriter(keys);
  }

  @Override
  public int announce(Notice notice, Instant now) {
    var at = Timestamps.of(now);
    return work.transaction(
        connection -> {
          var kind = notice.kind().text();
          var recipients =
              Sql.list(connection, ANNOUNCE, JdbcNotices::operator, notice.source(), at, kind);
          return addTasks(connection, notice, now, recipients);
        });
  }

  @Override
  public int announceTo(OperatorId operator, Notice notice, Instant now) {
    var at = Timestamps.of(now);
    return work.transaction(
        connection -> {
          var recipients =
              Sql.list(
                  connection,
                  ANNOUNCE_TO,
                  JdbcNotices::operator,
                  notice.source(),
                  at,
                  notice.kind().text(),
                  operator.value());
          return addTasks(connection, notice, now, recipients);
        });
  }

  @Override
  public boolean isSent(NoticeDelivery delivery) {
    var operator = delivery.operator().value();
    return !work.list(IS_SENT, row -> true, delivery.notice().source(), operator).isEmpty();
  }

  @Override
  public void sent(NoticeDelivery delivery, Instant now) {
    work.update(SENT, Timestamps.of(now), delivery.notice().source(), delivery.operator().value());
  }

  @Override
  public Optional<EventPosition> position() {
    return work.list(POSITION, row -> new EventPosition(row.getLong(1))).stream().findFirst();
  }

  @Override
  public void advance(EventPosition position) {
    work.update(ADVANCE, position.value());
  }

  @Override
  public int forget(Instant before) {
    return work.update(FORGET, Timestamps.of(before));
  }

  private int addTasks(
      Connection connection, Notice notice, Instant now, List<OperatorId> recipients)
      throws SQLException {
    for (var operator : recipients) {
      tasks.add(connection, new NoticeDelivery(notice, operator).toTask(now));
    }
    return recipients.size();
  }

  private static OperatorId operator(ResultSet row) throws SQLException {
    return new OperatorId(row.getObject(1, UUID.class));
  }
}
