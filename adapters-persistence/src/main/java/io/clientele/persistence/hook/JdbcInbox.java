package io.clientele.persistence.hook;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookEvent;
import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessage.Status;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookMessagePage;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Tasks.Added;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import io.clientele.persistence.task.TaskWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Received messages in PostgreSQL; contents are encrypted under the key of no account. */
public final class JdbcInbox implements Inbox {
  private static final String KNOW =
      """
      INSERT INTO hook_message_external_id (source, external_id, received_at) VALUES (?, ?, ?)
      ON CONFLICT (source, external_id) DO NOTHING
      """;

  private static final String ADD =
      """
      INSERT INTO hook_message (received_at, id, source, external_id, verified_by, status, sealed)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String READ =
      "SELECT "
          + HookRow.COLUMNS
          + ", sealed FROM hook_message WHERE id = ? AND received_at >= ? AND received_at < ?";

  private static final String MARK =
      "UPDATE hook_message SET status = ? WHERE id = ? AND received_at >= ? AND received_at < ?";

  private static final String LIST =
      "SELECT "
          + HookRow.COLUMNS
          + """
           FROM hook_message
          WHERE id < ? AND (?::text IS NULL OR source = ?::text) AND (?::text IS NULL OR status = ?::text)
          ORDER BY id DESC
          LIMIT ?
          """;

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final Sql requests;
  private final Sql work;
  private final ChangeStore changes;
  private final SubjectKeys keys;
  private final TaskWriter tasks;

  /** Messages in this database; replays are appended to the audit by these changes. */
  public JdbcInbox(Database database, ChangeStore changes) {
    this.requests = database.requests();
    this.work = database.work();
    this.changes = changes;
    this.keys = changes.subjectKeys();
    this.tasks = new TaskWriter(keys);
  }

  @Override
  public Received receive(HookMessage message, HookContent content, NewTask handling) {
    return requests.transactionIf(
        Received.STORED::equals, connection -> receive(connection, message, content, handling));
  }

  @Override
  public Optional<Stored> read(HookMessageId id) {
    return work.transaction(connection -> read(connection, id));
  }

  @Override
  public void handled(HookMessageId id) {
    work.run(connection -> mark(connection, Status.HANDLED, id));
  }

  @Override
  public Replayed replay(HookMessageId id, NewTask handling, Provenance by) {
    return changes.recordIf(
        requests, Replayed.STORED::equals, transaction -> replay(transaction, id, handling, by));
  }

  @Override
  public HookMessagePage list(HookFilter filter, @Nullable HookMessageId before, int limit) {
    var source = filter.source() == null ? null : filter.source().name();
    var status = filter.status() == null ? null : filter.status().name();
    var from = before == null ? AFTER_ALL : before.value();
    var read =
        requests.transaction(
            connection -> {
              TransactionSettings.readInIndexOrder(connection);
              return Sql.list(
                  connection,
                  LIST,
                  HookRow::message,
                  from,
                  source,
                  source,
                  status,
                  status,
                  limit + 1);
            });
    return HookMessagePage.of(read, limit);
  }

  private Received receive(
      Connection connection, HookMessage message, HookContent content, NewTask handling)
      throws SQLException {
    var source = message.source().name();
    var at = Timestamps.of(message.receivedAt());
    if (Sql.update(connection, KNOW, source, message.externalId(), at) == 0) {
      return Received.KNOWN;
    }
    var id = message.id().value();
    Sql.update(
        connection,
        ADD,
        at,
        id,
        source,
        message.externalId(),
        message.verifiedBy(),
        message.status().name(),
        AesGcm.sealed(key(connection), id, HookRow.bytes(content)));
    tasks.add(connection, handling);
    return Received.STORED;
  }

  private Optional<Stored> read(Connection connection, HookMessageId id) throws SQLException {
    var key = key(connection);
    List<Stored> found =
        Sql.list(
            connection,
            READ,
            row -> {
              var message = HookRow.message(row);
              return new Stored(message, opened(key, message.id(), row.getBytes(7)));
            },
            id.value(),
            Timestamps.of(id.at()),
            Timestamps.of(id.at().plus(1, ChronoUnit.MILLIS)));
    return found.stream().findFirst();
  }

  private Replayed replay(
      ChangeTransaction transaction, HookMessageId id, NewTask handling, Provenance by)
      throws SQLException {
    var connection = transaction.connection();
    if (mark(connection, Status.RECEIVED, id) == 0) {
      return Replayed.NO_SUCH_MESSAGE;
    }
    if (tasks.add(connection, handling) != Added.STORED) {
      return Replayed.WAITING;
    }
    transaction.append(by, new HookEvent.Replayed(), ChangeSubject.named(id.subject()));
    return Replayed.STORED;
  }

  private static int mark(Connection connection, Status status, HookMessageId id)
      throws SQLException {
    return Sql.update(
        connection,
        MARK,
        status.name(),
        id.value(),
        Timestamps.of(id.at()),
        Timestamps.of(id.at().plus(1, ChronoUnit.MILLIS)));
  }

  private SecretKey key(Connection connection) throws SQLException {
    var found = keys.of(connection, Set.of(SubjectKeys.NO_ACCOUNT));
    return Objects.requireNonNull(found.get(SubjectKeys.NO_ACCOUNT))
        .orElseThrow(() -> new IllegalStateException("the key of no account is gone"));
  }

  private static HookContent opened(SecretKey key, HookMessageId id, byte[] sealed) {
    return HookRow.content(
        AesGcm.opened(key, id.value(), sealed)
            .orElseThrow(() -> new IllegalStateException("message " + id + " is not as stored")));
  }
}
