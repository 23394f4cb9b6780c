package io.clientele.persistence.identity;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyEvent;
import io.clientele.domain.identity.apikey.ApiKeyPage;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.AccountLock;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API keys in PostgreSQL. */
public final class JdbcApiKeys implements ApiKeys {
  private static final UUID NONE = new UUID(0, 0);

  private static final String COLUMNS =
      "id, name, roles, account_id, prefix, created_at, expires_at, last_used_at, front";

  private static final String ISSUE =
      """
      INSERT INTO api_key (id, name, roles, account_id, prefix, created_at, expires_at, secret, front)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM api_key WHERE secret = ? AND revoked_at IS NULL";

  private static final String FIND_BY_ID =
      "SELECT " + COLUMNS + " FROM api_key WHERE id = ? AND revoked_at IS NULL";

  private static final String LIST =
      "SELECT " + COLUMNS + " FROM api_key WHERE id > ? AND revoked_at IS NULL ORDER BY id LIMIT ?";

  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_at = clock_timestamp()
      WHERE id = ? AND revoked_at IS NULL
      RETURNING account_id
      """;

  /**
   * Rows are locked in one order, or two instances that do so at once might wait for each other.
   */
  private static final String USED =
      """
      WITH used AS MATERIALIZED (
        SELECT id, at FROM unnest(?::uuid[], ?::timestamptz[]) AS used (id, at)
      ), due AS MATERIALIZED (
        SELECT api_key.id, used.at
        FROM api_key JOIN used ON used.id = api_key.id
        WHERE last_used_at IS NULL OR last_used_at <= used.at - interval '1 minute'
        ORDER BY api_key.id
        FOR UPDATE OF api_key
      )
      UPDATE api_key SET last_used_at = due.at FROM due WHERE api_key.id = due.id
      """;

  private final Sql sql;
  private final ChangeStore changes;
  private final AccountLock accounts;

  /**
   * Keys of this database.
   *
   * @param accounts locks an account while a key is issued, so that a concurrent erasure waits,
   *     finds the key and revokes it
   */
  public JdbcApiKeys(Database database, ChangeStore changes, AccountLock accounts) {
    this.sql = database.requests();
    this.changes = changes;
    this.accounts = accounts;
  }

  @Override
  public Issued issue(Change<ApiKey> issued, SecretHash secret) {
    var key = issued.state();
    var account = key.scope().account();
    return changes.store(
        sql,
        issued,
        key.toStore(),
        ChangeResults.withoutKey(Issued.ISSUED),
        transaction -> {
          if (account != null && !accounts.hold(transaction, account)) {
            return Optional.of(Issued.NO_SUCH_ACCOUNT);
          }
          write(transaction.connection(), key, secret);
          return Optional.empty();
        });
  }

  @Override
  public Optional<ApiKey> find(SecretHash secret) {
    return sql.list(FIND, JdbcApiKeys::read, (Object) secret.bytes()).stream().findFirst();
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return sql.list(FIND_BY_ID, JdbcApiKeys::read, id.value()).stream().findFirst();
  }

  @Override
  public ApiKeyPage list(@Nullable ApiKeyId after, int limit) {
    var from = after == null ? NONE : after.value();
    var found = sql.list(LIST, JdbcApiKeys::read, from, limit + 1);
    var isLast = found.size() <= limit;
    var shown = isLast ? found : found.subList(0, limit);
    return new ApiKeyPage(shown, isLast ? null : shown.getLast().id());
  }

  @Override
  public Revoked revoke(ApiKeyId id, Provenance act) {
    return changes.record(
        sql,
        transaction -> {
          var connection = transaction.connection();
          var revoked = Sql.list(connection, REVOKE, row -> account(row, 1), id.value());
          if (revoked.isEmpty()) {
            return Revoked.NO_SUCH_KEY;
          }
          var account = revoked.getFirst().orElse(null);
          var event = new ApiKeyEvent.Revoked(id, account);
          transaction.append(act, event, event.stored());
          return Revoked.REVOKED;
        });
  }

  @Override
  public void used(Map<ApiKeyId, Instant> at) {
    sql.run(
        connection -> {
          var entries = List.copyOf(at.entrySet());
          var ids = entries.stream().map(entry -> entry.getKey().value()).toList();
          var times = entries.stream().map(entry -> Timestamps.of(entry.getValue()));
          return Sql.update(
              connection,
              USED,
              Sql.uuids(connection, ids),
              connection.createArrayOf("timestamptz", times.toArray()));
        });
  }

  private static void write(Connection connection, ApiKey key, SecretHash secret)
      throws SQLException {
    var account = key.scope().account();
    Sql.update(
        connection,
        ISSUE,
        key.id().value(),
        key.name().value(),
        OperatorRow.names(key.scope().roles()),
        account == null ? null : account.value(),
        key.prefix(),
        Timestamps.of(key.createdAt()),
        key.expiresAt() == null ? null : Timestamps.of(key.expiresAt()),
        secret.bytes(),
        key.scope().front().name());
  }

  private static ApiKey read(ResultSet row) throws SQLException {
    return new ApiKey(
        new ApiKeyId(row.getObject(1, UUID.class)),
        new DisplayName(row.getString(2)),
        new ApiKeyScope(
            OperatorRow.roles(row, 3),
            account(row, 4).orElse(null),
            Front.valueOf(row.getString(9))),
        row.getString(5),
        Timestamps.instant(row, 6),
        Timestamps.instantOrNull(row, 7),
        Timestamps.instantOrNull(row, 8));
  }

  private static Optional<AccountId> account(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
  }
}
