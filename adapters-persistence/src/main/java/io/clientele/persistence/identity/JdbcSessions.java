package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.SessionEvent;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions in PostgreSQL. */
public final class JdbcSessions implements Sessions {
  /**
   * A change of the operator waits for this row, or this one for the change. The lock comes first,
   * so that the last sign-in is the one before this.
   */
  private static final String OPEN =
      """
      WITH before AS (
        SELECT id, last_sign_in_at FROM operator
        WHERE id = ? AND version = ? AND status = 'ACTIVE'
        FOR NO KEY UPDATE
      ), signed_in AS (
        UPDATE operator SET last_sign_in_at = ? FROM before WHERE operator.id = before.id
      ), opened AS (
        INSERT INTO session (id, operator_id, opened_at, refreshed_at, token)
        SELECT ?, id, ?, ?, ? FROM before
      )
      SELECT last_sign_in_at IS NOT NULL FROM before
      """;

  /**
   * A concurrent call with the same token waits for the row, and then finds another token in it.
   */
  private static final String ROTATE =
      """
      WITH rotated AS (
        UPDATE session SET token = ?, refreshed_at = GREATEST(refreshed_at, ?)
        FROM operator
        WHERE session.token = ? AND ended_at IS NULL AND refreshed_at > ? AND opened_at > ?
          AND operator.id = operator_id AND operator.status = 'ACTIVE'
        RETURNING
      """
          + OperatorRow.COLUMNS
          + """
          , session.id AS session_id, session.opened_at, session.refreshed_at
          ), used AS (
            INSERT INTO session_token_used (token, session_id) SELECT ?, session_id FROM rotated
          )
          SELECT id, version, status, name, email, roles, created_at, last_sign_in_at, generation,
            password_change_required, session_id, opened_at, refreshed_at
          FROM rotated
          """;

  private static final String USED =
      """
      SELECT session.id, session.operator_id
      FROM session_token_used JOIN session ON session.id = session_token_used.session_id
      WHERE session_token_used.token = ?
      """;

  private static final String OF_TOKEN =
      """
      SELECT id, operator_id FROM session WHERE token = ?
      UNION ALL
      SELECT session.id, session.operator_id
      FROM session_token_used JOIN session ON session.id = session_token_used.session_id
      WHERE session_token_used.token = ?
      """;

  private static final String FIND =
      "SELECT id, operator_id, opened_at, refreshed_at FROM session WHERE id = ? AND ended_at IS"
          + " NULL";

  private static final String OF_OPERATOR =
      """
      SELECT id, operator_id, opened_at, refreshed_at FROM session
      WHERE operator_id = ? AND ended_at IS NULL AND refreshed_at > ? AND opened_at > ?
      ORDER BY refreshed_at DESC, id DESC
      LIMIT ?
      """;

  private final Sql sql;
  private final ChangeStore changes;

  /** Sessions of this database. */
  public JdbcSessions(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.changes = changes;
  }

  @Override
  public Opened open(Change<Session> opened, long version, SecretHash token, SignInPlace place) {
    var session = opened.state();
    var at = Timestamps.of(session.openedAt());
    return changes.store(
        sql,
        opened,
        ChangeSubject.named(session.id().subject()),
        ChangeResults.withoutKey(Opened.OPENED),
        transaction -> {
          var connection = transaction.connection();
          var stored =
              Sql.list(
                  connection,
                  OPEN,
                  row -> row.getBoolean(1),
                  session.operator().value(),
                  version,
                  at,
                  session.id().value(),
                  at,
                  at,
                  token.bytes());
          if (stored.isEmpty()) {
            return Optional.of(Opened.STALE);
          }
          JdbcSignInPlaces.store(connection, session, place, stored.getFirst());
          return Optional.empty();
        });
  }

  @Override
  public Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause) {
    var act = new Provenance("", at);
    var rotated =
        sql.list(
            ROTATE,
            JdbcSessions::rotated,
            next.bytes(),
            Timestamps.of(act.at()),
            token.bytes(),
            Timestamps.of(act.at().minus(Session.IDLE_MAX)),
            Timestamps.of(act.at().minus(Session.LIFETIME)),
            token.bytes());
    return rotated.isEmpty() ? refused(token, at, cause) : rotated.getFirst();
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return sql.list(FIND, row -> session(row, 1, 2), id.value()).stream().findFirst();
  }

  @Override
  public List<Session> ofOperator(OperatorId operator, Instant at) {
    return sql.list(
        OF_OPERATOR,
        row -> session(row, 1, 2),
        operator.value(),
        Timestamps.of(at.minus(Session.IDLE_MAX)),
        Timestamps.of(at.minus(Session.LIFETIME)),
        LISTED_MAX);
  }

  @Override
  public Ended end(SessionId id, Provenance act) {
    return changes.record(
        sql,
        transaction -> {
          for (var of : SessionTermination.one(transaction.connection(), id)) {
            var event = new SessionEvent.Ended(of.id(), of.operator());
            SessionTermination.append(transaction, act, event);
            return Ended.ENDED;
          }
          return Ended.NO_SUCH_SESSION;
        });
  }

  @Override
  public Ended end(SecretHash token, Instant at, Causation cause) {
    return changes.record(
        sql,
        transaction -> {
          var connection = transaction.connection();
          var bytes = token.bytes();
          for (var of : Sql.list(connection, OF_TOKEN, SessionTermination::read, bytes, bytes)) {
            if (!SessionTermination.one(connection, of.id()).isEmpty()) {
              var act = new Provenance(of.operator().subject(), at, cause);
              var event = new SessionEvent.Ended(of.id(), of.operator());
              SessionTermination.append(transaction, act, event);
            }
            return Ended.ENDED;
          }
          return Ended.NO_SUCH_SESSION;
        });
  }

  @Override
  public int endAll(OperatorId operator, Provenance act) {
    return changes.record(
        sql, transaction -> SessionTermination.all(transaction, operator, null, act));
  }

  private Rotation refused(SecretHash token, Instant at, Causation cause) {
    return changes.record(
        sql,
        transaction -> {
          var connection = transaction.connection();
          var used = Sql.list(connection, USED, SessionTermination::read, (Object) token.bytes());
          for (var of : used) {
            if (!SessionTermination.one(connection, of.id()).isEmpty()) {
              var act = new Provenance(of.operator().subject(), at, cause);
              var event = new SessionEvent.Reused(of.id(), of.operator());
              SessionTermination.append(transaction, act, event);
            }
            return new Rotation.Reused(of.id(), of.operator());
          }
          return new Rotation.Unknown();
        });
  }

  private static Rotation rotated(ResultSet row) throws SQLException {
    return new Rotation.Rotated(session(row, OperatorRow.WIDTH + 1, 1), OperatorRow.read(row));
  }

  /** The times are the last columns. */
  private static Session session(ResultSet row, int id, int operator) throws SQLException {
    return new Session(
        new SessionId(row.getObject(id, UUID.class)),
        new OperatorId(row.getObject(operator, UUID.class)),
        Timestamps.instant(row, Math.max(id, operator) + 1),
        Timestamps.instant(row, Math.max(id, operator) + 2));
  }
}
