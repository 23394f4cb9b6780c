package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.preference.PreferenceStore;
import io.clientele.domain.identity.preference.Preferences;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The preferences of operators in PostgreSQL. */
public final class JdbcPreferences implements PreferenceStore {
  private static final String FIND =
      "SELECT " + PreferenceRow.COLUMNS + " FROM operator_preference WHERE operator_id = ?";

  /** Locks the operator's row, so that its removal waits and then finds what is stored. */
  private static final String OPERATOR =
      "SELECT 1 FROM operator WHERE id = ? AND status <> 'REMOVED' FOR NO KEY UPDATE";

  private static final String INSERT =
      """
      INSERT INTO operator_preference (language, theme, page_size, columns, saved_views, operator_id, version)
      VALUES (?, ?, ?, ?, ?, ?, 1)
      ON CONFLICT DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE operator_preference
      SET language = ?, theme = ?, page_size = ?, columns = ?, saved_views = ?, version = version + 1
      WHERE operator_id = ? AND version = ?
      """;

  private final Sql sql;
  private final ChangeStore changes;

  /** Preferences in this database; changes are appended to the audit by these changes. */
  public JdbcPreferences(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.changes = changes;
  }

  @Override
  public Preferences find(OperatorId operator) {
    return sql.list(FIND, PreferenceRow::read, operator.value()).stream()
        .findFirst()
        .orElseGet(() -> Preferences.none(operator));
  }

  @Override
  public Saved save(Change<Preferences> change) {
    var state = change.state();
    return changes.store(
        sql,
        change,
        ChangeSubject.named(state.operator().subject()),
        ChangeResults.withoutKey(Saved.STORED),
        transaction ->
            write(transaction.connection(), state) == 0
                ? Optional.of(Saved.STALE)
                : Optional.empty());
  }

  private static int write(Connection connection, Preferences state) throws SQLException {
    var id = state.operator().value();
    if (Sql.list(connection, OPERATOR, row -> "", id).isEmpty()) {
      return 0;
    }
    var row = PreferenceRow.of(connection, state.choice());
    return state.version() == 0
        ? Sql.update(connection, INSERT, row.with(id))
        : Sql.update(connection, UPDATE, row.with(id, state.version()));
  }
}
