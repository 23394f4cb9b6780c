package io.clientele.persistence.identity;

import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change of an operator, under a lock that excludes all other changes of operators. */
final class OperatorChange {
  private static final String BEFORE =
      """
      SELECT version, status = 'ACTIVE' AND 'ADMIN' = ANY (roles), status = 'REMOVED' FROM operator WHERE id = ?
      """;

  private static final String TAKEN = "SELECT 1 FROM operator WHERE email = ? AND id <> ?";

  private static final String OTHER_ADMIN =
      """
      SELECT 1 FROM operator WHERE status = 'ACTIVE' AND 'ADMIN' = ANY (roles) AND id <> ? LIMIT 1
      """;

  private static final String ADD =
      """
      INSERT INTO operator (status, name, email, roles, password_hash, generation, id, created_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
      """;

  private static final String CHANGE =
      """
      UPDATE operator
      SET status = ?, name = ?, email = ?, roles = ?, password_hash = coalesce(?, password_hash),
        raised_at = CASE WHEN generation <> ? THEN clock_timestamp() ELSE raised_at END, generation = ?,
        password_change_required = ?, version = version + 1
      WHERE id = ?
      """;

  private static final String REMOVE =
      """
      UPDATE operator
      SET status = 'REMOVED', name = NULL, email = NULL, password_hash = NULL, generation = ?,
        raised_at = clock_timestamp(), version = version + 1
      WHERE id = ?
      """;

  private static final String REMOVE_PREFERENCES =
      "DELETE FROM operator_preference WHERE operator_id = ?";

  private final Connection connection;
  private final Operator state;

  OperatorChange(Connection connection, Operator state) {
    this.connection = connection;
    this.state = state;
  }

  private record Before(long version, boolean isAdmin, boolean isRemoved) {
    static final Before ABSENT = new Before(0, false, false);
  }

  /** Why it must not be stored. */
  Optional<Saved> refusal() throws SQLException {
    var before = before();
    if (isStale(before)) {
      return Optional.of(Saved.STALE);
    }
    if (isEmailTaken()) {
      return Optional.of(Saved.EMAIL_TAKEN);
    }
    return before.isAdmin() && !state.profile().isAdmin() ? refusalOfLast() : Optional.empty();
  }

  Optional<Saved> refusalToRemove() throws SQLException {
    var before = before();
    if (isStale(before) || before.version() == 0) {
      return Optional.of(Saved.STALE);
    }
    return before.isAdmin() ? refusalOfLast() : Optional.empty();
  }

  boolean isEmailTaken() throws SQLException {
    var email = state.profile().email().value();
    return !Sql.list(connection, TAKEN, row -> "", email, state.id().value()).isEmpty();
  }

  void store(@Nullable PasswordHash password) throws SQLException {
    var profile = state.profile();
    var status = profile.status().name();
    var roles = OperatorRow.names(profile.roles());
    if (state.version() == 0) {
      Sql.update(
          connection,
          ADD,
          status,
          profile.name().value(),
          profile.email().value(),
          roles,
          Objects.requireNonNull(password, "a new operator needs a password").value(),
          state.generation(),
          state.id().value(),
          Timestamps.of(state.createdAt()));
    } else {
      Sql.update(
          connection,
          CHANGE,
          status,
          profile.name().value(),
          profile.email().value(),
          roles,
          password == null ? null : password.value(),
          state.generation(),
          state.generation(),
          state.passwordChangeRequired(),
          state.id().value());
    }
  }

  void remove() throws SQLException {
    Sql.update(connection, REMOVE, state.generation(), state.id().value());
    Sql.update(connection, REMOVE_PREFERENCES, state.id().value());
  }

  private Before before() throws SQLException {
    return Sql.list(
            connection,
            BEFORE,
            row -> new Before(row.getLong(1), row.getBoolean(2), row.getBoolean(3)),
            state.id().value())
        .stream()
        .findFirst()
        .orElse(Before.ABSENT);
  }

  private boolean isStale(Before before) {
    return before.version() != state.version() || before.isRemoved();
  }

  private Optional<Saved> refusalOfLast() throws SQLException {
    var others = Sql.list(connection, OTHER_ADMIN, row -> "", state.id().value());
    return others.isEmpty() ? Optional.of(Saved.LAST_ADMIN) : Optional.empty();
  }
}
