package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Places of sign-ins in PostgreSQL. {@link JdbcSessions} stores them. */
public final class JdbcSignInPlaces implements SignInPlaces {
  /** A stored place whose time is over is new again. */
  private static final String STORE =
      """
      INSERT INTO sign_in_place (operator_id, place, first_seen_at, seen_at, new_session)
      SELECT ?, ?, ?, ?, CASE WHEN ? AND NOT EXISTS (
        SELECT FROM sign_in_place WHERE operator_id = ? AND place = ANY (?) AND seen_at > ?
      ) THEN ?::uuid END
      ON CONFLICT (operator_id, place) DO UPDATE
      SET seen_at = greatest(sign_in_place.seen_at, excluded.seen_at),
        first_seen_at = CASE WHEN excluded.new_session IS NULL
          THEN sign_in_place.first_seen_at ELSE excluded.first_seen_at END,
        new_session = coalesce(excluded.new_session, sign_in_place.new_session)
      """;

  private static final String MAKE_ROOM =
      """
      DELETE FROM sign_in_place WHERE operator_id = ? AND place IN (
        SELECT place FROM sign_in_place WHERE operator_id = ? ORDER BY seen_at DESC OFFSET ?)
      """;

  private static final String UNREPORTED =
      """
      SELECT new_session, operator_id, first_seen_at FROM sign_in_place
      WHERE new_session IS NOT NULL ORDER BY new_session LIMIT ?
      """;

  private static final String REPORTED =
      "UPDATE sign_in_place SET new_session = NULL WHERE new_session = ?";

  private final Sql work;

  /** Places of this database. */
  public JdbcSignInPlaces(Database database) {
    this.work = database.work();
  }

  @Override
  public List<NewSignIn> unreported(int max) {
    return work.list(
        UNREPORTED,
        row ->
            new NewSignIn(
                new SessionId(row.getObject(1, UUID.class)),
                new OperatorId(row.getObject(2, UUID.class)),
                Timestamps.instant(row, 3)),
        max);
  }

  @Override
  public void reported(SessionId session) {
    work.update(REPORTED, session.value());
  }

  /**
   * Stores the place of a new session. The caller holds the lock of the operator's row, so that two
   * sign-ins of one operator store their places one by one.
   */
  static void store(
      Connection connection, Session session, SignInPlace place, boolean signedInBefore)
      throws SQLException {
    if (place.hashes().isEmpty()) {
      return;
    }
    var operator = session.operator().value();
    var at = Timestamps.of(session.openedAt());
    Sql.update(
        connection,
        STORE,
        operator,
        place.hashes().getFirst().bytes(),
        at,
        at,
        signedInBefore,
        operator,
        hashes(connection, place),
        Timestamps.of(session.openedAt().minus(KEPT)),
        session.id().value());
    Sql.update(connection, MAKE_ROOM, operator, operator, MAX);
  }

  private static Array hashes(Connection connection, SignInPlace place) throws SQLException {
    var hashes = place.hashes().stream().map(SecretHash::bytes).toArray(byte[][]::new);
    return connection.createArrayOf("bytea", hashes);
  }
}
