package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.SessionEvent;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends sessions in a transaction, each of them once, and records that in the audit. */
final class SessionTermination {
  private static final String END_ALL =
      """
      UPDATE session SET ended_at = clock_timestamp()
      WHERE operator_id = ? AND ended_at IS NULL AND id <> ?
      RETURNING id, operator_id
      """;

  private static final String END =
      """
      UPDATE session SET ended_at = clock_timestamp()
      WHERE id = ? AND ended_at IS NULL
      RETURNING id, operator_id
      """;

  private static final UUID NONE = new UUID(0, 0);

  private SessionTermination() {}

  /** A session and whose it is. */
  record Of(SessionId id, OperatorId operator) {}

  /** Ends all sessions of the operator but one, if one is named. Returns how many it ended. */
  static int all(
      ChangeTransaction transaction,
      OperatorId operator,
      @Nullable SessionId keeping,
      Provenance act)
      throws SQLException {
    var kept = keeping == null ? NONE : keeping.value();
    var ended =
        Sql.list(
            transaction.connection(), END_ALL, SessionTermination::read, operator.value(), kept);
    for (var of : ended) {
      append(transaction, act, new SessionEvent.Ended(of.id(), of.operator()));
    }
    return ended.size();
  }

  /** Empty if it has ended already. */
  static List<Of> one(Connection connection, SessionId id) throws SQLException {
    return Sql.list(connection, END, SessionTermination::read, id.value());
  }

  static void append(ChangeTransaction transaction, Provenance act, SessionEvent event) {
    transaction.append(act, event, ChangeSubject.named(event.id().subject()));
  }

  static Of read(ResultSet row) throws SQLException {
    return new Of(
        new SessionId(row.getObject(1, UUID.class)), new OperatorId(row.getObject(2, UUID.class)));
  }
}
