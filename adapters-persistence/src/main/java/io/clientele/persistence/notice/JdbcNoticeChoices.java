package io.clientele.persistence.notice;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The choices of operators in PostgreSQL. */
public final class JdbcNoticeChoices implements NoticeChoices {
  private static final String FIND =
      "SELECT operator_id, kinds, language, version FROM notice_choice WHERE operator_id = ?";

  private static final String INSERT =
      """
      INSERT INTO notice_choice (kinds, language, operator_id, version) VALUES (?, ?, ?, 1)
      ON CONFLICT DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE notice_choice
      SET kinds = ?, language = ?, version = version + 1
      WHERE operator_id = ? AND version = ?
      """;

  private static final String REMOVE =
      """
      WITH told AS (
        DELETE FROM notice WHERE operator_id = ?
      )
      DELETE FROM notice_choice WHERE operator_id = ?
      """;

  private final Sql requests;
  private final Sql work;
  private final ChangeStore changes;

  /** Choices in this database; changes are appended to the audit by these changes. */
  public JdbcNoticeChoices(Database database, ChangeStore changes) {
    this.requests = database.requests();
    this.work = database.work();
    this.changes = changes;
  }

  @Override
  public NoticeChoice find(OperatorId operator) {
    return requests.list(FIND, JdbcNoticeChoices::choice, operator.value()).stream()
        .findFirst()
        .orElseGet(() -> NoticeChoice.none(operator));
  }

  @Override
  public Saved save(Change<NoticeChoice> change) {
    var state = change.state();
    return changes.store(
        requests,
        change,
        ChangeSubject.named(state.operator().subject()),
        ChangeResults.withoutKey(Saved.STORED),
        transaction ->
            write(transaction.connection(), state) == 0
                ? Optional.of(Saved.STALE)
                : Optional.empty());
  }

  @Override
  public void remove(OperatorId operator) {
    work.update(REMOVE, operator.value(), operator.value());
  }

  private static int write(Connection connection, NoticeChoice state) throws SQLException {
    var names = state.kinds().stream().sorted().map(NoticeKind::text).toArray();
    var kinds = connection.createArrayOf("text", names);
    var language = state.language().text();
    var operator = state.operator().value();
    return state.version() == 0
        ? Sql.update(connection, INSERT, kinds, language, operator)
        : Sql.update(connection, UPDATE, kinds, language, operator, state.version());
  }

  private static NoticeChoice choice(ResultSet row) throws SQLException {
    var kinds = (String[]) row.getArray(2).getArray();
    return new NoticeChoice(
        new OperatorId(row.getObject(1, UUID.class)),
        Arrays.stream(kinds).map(NoticeKind::parse).collect(Collectors.toUnmodifiableSet()),
        NoticeLanguage.parse(row.getString(3)),
        row.getLong(4));
  }
}
