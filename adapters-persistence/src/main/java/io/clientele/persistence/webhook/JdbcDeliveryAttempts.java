package io.clientele.persistence.webhook;

import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Attempts in PostgreSQL. An answer is sealed under the key of the account of its event. */
public final class JdbcDeliveryAttempts implements DeliveryAttempts {
  private static final String APPEND =
      """
      INSERT INTO webhook_attempt (at, webhook_id, event_id, position, account_id, attempt, status, fault, millis, answer)
      SELECT at, webhook_id, event_id, position, account_id, attempt, status, fault, millis, answer
      FROM unnest(?::timestamptz[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::integer[], ?::smallint[],
        ?::text[], ?::bigint[], ?::bytea[])
        AS told (at, webhook_id, event_id, position, account_id, attempt, status, fault, millis, answer)
      """;

  /** The attempts of a webhook that is removed are dropped with their days. */
  private static final String LIST =
      "SELECT "
          + AttemptRow.COLUMNS
          + """
           FROM webhook_attempt
          WHERE webhook_id = ? AND (at, event_id) < (?, ?)
            AND EXISTS (SELECT FROM webhook WHERE webhook.id = webhook_attempt.webhook_id)
          ORDER BY at DESC, event_id DESC
          LIMIT ?
          """;

  private static final String DROP = "SELECT drop_old_parts('webhook_attempt', ?)";

  private static final Place NEWEST =
      new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  private final Sql work;
  private final Sql requests;
  private final SubjectKeys keys;

  /** Attempts of this database. */
  public JdbcDeliveryAttempts(Database database, SubjectKeys keys) {
    this.work = database.work();
    this.requests = database.requests();
    this.keys = keys;
  }

  @Override
  public void append(Collection<DeliveryAttempt> attempts) {
    if (!attempts.isEmpty()) {
      work.transaction(connection -> append(connection, attempts));
    }
  }

  @Override
  public List<DeliveryAttempt> list(WebhookId webhook, @Nullable Place before, int limit) {
    var from = before == null ? NEWEST : before;
    return requests.run(
        connection -> {
          var rows =
              Sql.list(
                  connection,
                  LIST,
                  AttemptRow::read,
                  webhook.value(),
                  Timestamps.of(from.at()),
                  from.eventId(),
                  limit);
          var found = keys(connection, rows.stream().map(AttemptRow::subject).toList());
          return rows.stream().map(row -> row.opened(found)).toList();
        });
  }

  /**
   * Drops the days that ended before this instant. A day that is in use stays until the next call.
   *
   * @param before at least 7 days ago
   * @return the number of dropped days
   */
  public int drop(Instant before) {
    return work.list(DROP, row -> row.getInt(1), Timestamps.of(before)).getFirst();
  }

  private boolean append(Connection connection, Collection<DeliveryAttempt> attempts)
      throws SQLException {
    var found =
        keys(connection, attempts.stream().map(of -> SubjectKeys.subject(of.account())).toList());
    Sql.update(
        connection,
        APPEND,
        array(connection, "timestamptz", attempts, of -> Timestamps.of(of.at())),
        array(connection, "uuid", attempts, of -> of.webhook().value()),
        array(connection, "uuid", attempts, DeliveryAttempt::eventId),
        array(
            connection,
            "bigint",
            attempts,
            of -> of.position() == null ? null : of.position().value()),
        array(
            connection, "uuid", attempts, of -> of.account() == null ? null : of.account().value()),
        array(connection, "integer", attempts, DeliveryAttempt::number),
        array(connection, "smallint", attempts, of -> of.result().outcome().httpStatus()),
        array(connection, "text", attempts, of -> of.result().outcome().faultCode()),
        array(connection, "bigint", attempts, of -> of.result().millis()),
        connection.createArrayOf(
            "bytea", attempts.stream().map(of -> sealed(of, found)).toArray(byte[][]::new)));
    return true;
  }

  private Map<UUID, Optional<SecretKey>> keys(Connection connection, List<UUID> subjects)
      throws SQLException {
    return subjects.isEmpty()
        ? Map.of()
        : keys.of(connection, subjects.stream().collect(Collectors.toSet()));
  }

  /** Null without an answer, and for an account that is erased. */
  private static byte @Nullable [] sealed(
      DeliveryAttempt attempt, Map<UUID, Optional<SecretKey>> keys) {
    var answer = attempt.result().answer();
    var key = keys.getOrDefault(SubjectKeys.subject(attempt.account()), Optional.empty());
    return answer == null || key.isEmpty()
        ? null
        : AesGcm.sealed(key.get(), attempt.eventId(), answer.getBytes(StandardCharsets.UTF_8));
  }

  private static Object array(
      Connection connection,
      String type,
      Collection<DeliveryAttempt> attempts,
      Function<DeliveryAttempt, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, attempts.stream().map(value).toArray());
  }
}
