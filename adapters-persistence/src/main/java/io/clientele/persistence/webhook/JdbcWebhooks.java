package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Webhooks in PostgreSQL. New ones, which are few, are stored one after the other. */
public final class JdbcWebhooks implements Webhooks {
  private static final String FIND = "SELECT " + WebhookRow.COLUMNS + " FROM webhook WHERE id = ?";

  private static final String ALL = "SELECT " + WebhookRow.COLUMNS + " FROM webhook ORDER BY id";

  /** Or two requests at once would each store the last webhook that may be. */
  private static final String ALONE =
      "SELECT pg_advisory_xact_lock(hashtext('clientele webhooks'))";

  private static final String COUNT = "SELECT count(*) FROM webhook";

  private static final String INSERT =
      """
      INSERT INTO webhook (name, sealed, status, types, account_id, payload, previous_until, active_since, lanes,
        created_at, id, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      """;

  private static final String UPDATE =
      """
      UPDATE webhook
      SET name = ?, sealed = ?, status = ?, types = ?, account_id = ?, payload = ?, previous_until = ?,
        active_since = ?,
        failing_since = CASE WHEN ? AND status <> 'ACTIVE' THEN NULL ELSE failing_since END,
        version = version + 1
      WHERE id = ? AND version = ?
      """;

  /** Writers of positions and health wait until the webhook is stored. */
  private static final String STATUS = "SELECT status FROM webhook WHERE id = ? FOR NO KEY UPDATE";

  private static final String REMOVE = "DELETE FROM webhook WHERE id = ? AND version = ?";

  private static final String FAILING = "UPDATE webhook SET failing_since = ? WHERE id = ?";

  private final Sql requests;
  private final Sql work;
  private final ChangeStore changes;
  private final SubjectKeys keys;

  /** Webhooks of this database. */
  public JdbcWebhooks(Database database, ChangeStore changes) {
    this.requests = database.requests();
    this.work = database.work();
    this.changes = changes;
    this.keys = changes.subjectKeys();
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return requests.run(
        connection -> {
          var key = key(connection);
          return Sql.list(connection, FIND, row -> WebhookRow.read(row, key), id.value()).stream()
              .findFirst();
        });
  }

  @Override
  public List<Webhook> all() {
    return requests.run(
        connection -> {
          var key = key(connection);
          return Sql.list(connection, ALL, row -> WebhookRow.read(row, key));
        });
  }

  @Override
  public Added add(Change<Webhook> created, EventPosition after) {
    return changes.store(
        requests,
        created,
        about(created),
        ChangeResults.withoutKey(Added.STORED),
        transaction -> {
          var connection = transaction.connection();
          Sql.list(connection, ALONE, row -> true);
          var count = Sql.list(connection, COUNT, row -> row.getInt(1)).getFirst();
          if (count >= Webhook.WEBHOOKS_MAX) {
            return Optional.of(Added.LIMIT_REACHED);
          }
          insert(connection, created.state());
          LanePositionsSql.create(connection, created.state(), after);
          return Optional.empty();
        });
  }

  @Override
  public Saved save(Change<Webhook> changed, @Nullable EventPosition after) {
    return changes.store(
        requests,
        changed,
        about(changed),
        ChangeResults.withoutKey(Saved.STORED),
        transaction -> {
          var connection = transaction.connection();
          var isStopped = isStopped(connection, changed.state());
          if (update(connection, changed.state()) == 0) {
            return Optional.of(Saved.STALE);
          }
          if (isStopped && changed.state().isActive()) {
            EndpointHealthSql.restart(connection, changed.state().id());
          }
          if (after != null) {
            LanePositionsSql.rewind(connection, changed.state(), after);
          }
          return Optional.empty();
        });
  }

  @Override
  public Saved remove(Change<Webhook> removal) {
    return changes.store(
        requests,
        removal,
        about(removal),
        ChangeResults.withoutKey(Saved.STORED),
        transaction -> {
          var state = removal.state();
          var removed =
              Sql.update(transaction.connection(), REMOVE, state.id().value(), state.version());
          return removed == 0 ? Optional.of(Saved.STALE) : Optional.empty();
        });
  }

  @Override
  public void failing(WebhookId id, @Nullable Instant since) {
    work.update(FAILING, timestamp(since), id.value());
  }

  private static boolean isStopped(Connection connection, Webhook state) throws SQLException {
    var status = Sql.list(connection, STATUS, row -> row.getString(1), state.id().value());
    return !status.contains(WebhookStatus.ACTIVE.name());
  }

  private void insert(Connection connection, Webhook state) throws SQLException {
    Sql.update(
        connection,
        INSERT,
        state.profile().name(),
        sealed(connection, state),
        state.status().name(),
        types(connection, state),
        account(state),
        state.profile().payload().name(),
        timestamp(state.secrets().previousUntil()),
        Timestamps.of(state.activeSince()),
        state.lanes(),
        Timestamps.of(state.createdAt()),
        state.id().value());
  }

  private int update(Connection connection, Webhook state) throws SQLException {
    return Sql.update(
        connection,
        UPDATE,
        state.profile().name(),
        sealed(connection, state),
        state.status().name(),
        types(connection, state),
        account(state),
        state.profile().payload().name(),
        timestamp(state.secrets().previousUntil()),
        Timestamps.of(state.activeSince()),
        state.isActive(),
        state.id().value(),
        state.version());
  }

  private byte[] sealed(Connection connection, Webhook state) throws SQLException {
    return SealedAddress.seal(
        key(connection), state.id().value(), state.profile().url(), state.secrets());
  }

  /** The key for data of no account is never destroyed. */
  private SecretKey key(Connection connection) throws SQLException {
    return keys.of(connection, (AccountId) null).orElseThrow();
  }

  private static Object types(Connection connection, Webhook state) throws SQLException {
    return connection.createArrayOf("text", state.profile().filter().types().toArray());
  }

  private static @Nullable UUID account(Webhook state) {
    var account = state.profile().filter().account();
    return account == null ? null : account.value();
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamps.of(at);
  }

  private static ChangeSubject about(Change<Webhook> change) {
    var state = change.state();
    return ChangeSubject.named(state.id().subject()).at(state.version() + 1);
  }
}
