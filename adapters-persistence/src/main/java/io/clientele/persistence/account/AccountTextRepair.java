package io.clientele.persistence.account;

import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.migration.TextRepair;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts as rows, in the order of their ids, brought under the rules for texts. */
final class AccountTextRepair {
  private static final int BATCH = 1_000;

  private static final String READ =
      """
      SELECT id, name, name_folded, email, email_folded, search, metadata FROM account
      WHERE id > ? AND erased_at IS NULL ORDER BY id LIMIT ?
      """;

  /**
   * A row that was changed in between was changed by the rules of another version: it is read
   * again.
   */
  private static final String UPDATE =
      """
      UPDATE account
      SET name = ?, name_folded = ?, email = ?, email_folded = ?, search = ?, metadata = ?
      WHERE id = ? AND name = ? AND email = ?
      """;

  private static final String IS_TAKEN =
      "SELECT EXISTS (SELECT FROM account WHERE email = ? AND id <> ? AND status <> 'CLOSED')";

  private final Connection connection;
  private UUID last = new UUID(0, 0);

  AccountTextRepair(Connection connection) {
    this.connection = connection;
  }

  /** The texts of a row. */
  private record Texts(String name, String email, SearchColumns columns, List<String> metadata) {}

  private record Row(UUID id, Texts texts) {}

  /** Reads one batch and writes the rows that differ; false when there is no more. */
  boolean mendNext() throws SQLException {
    var rows = Sql.list(connection, READ, AccountTextRepair::row, last, BATCH);
    try (var statement = connection.prepareStatement(UPDATE)) {
      for (var row : rows) {
        var mended = mended(row);
        if (!mended.equals(row.texts())) {
          add(statement, row, mended);
        }
      }
      statement.executeBatch();
    }
    if (!rows.isEmpty()) {
      last = rows.getLast().id();
    }
    return rows.size() == BATCH;
  }

  private static Row row(ResultSet row) throws SQLException {
    var columns = new SearchColumns(row.getString(3), row.getString(5), row.getString(6));
    var metadata = Arrays.asList((String[]) row.getArray(7).getArray());
    var texts = new Texts(row.getString(2), row.getString(4), columns, metadata);
    return new Row(row.getObject(1, UUID.class), texts);
  }

  private Texts mended(Row row) throws SQLException {
    var stored = row.texts();
    var name = TextRepair.name(stored.name());
    var email = free(TextRepair.email(stored.email(), row.id()), row);
    var metadata = stored.metadata().stream().map(TextRepair::verbatim).toList();
    return new Texts(name, email, SearchColumns.of(name, email), metadata);
  }

  /** Two spellings of a mailbox may be two accounts: then the second one keeps its own. */
  private String free(String email, Row row) throws SQLException {
    var stored = row.texts().email();
    if (email.equals(stored)) {
      return email;
    }
    var isTaken = Sql.list(connection, IS_TAKEN, taken -> taken.getBoolean(1), email, row.id());
    return isTaken.getFirst() ? stored : email;
  }

  private void add(PreparedStatement statement, Row row, Texts mended) throws SQLException {
    var metadata = connection.createArrayOf("text", mended.metadata().toArray());
    var binds =
        new @Nullable Object[] {
          mended.name(),
          mended.columns().name(),
          mended.email(),
          mended.columns().email(),
          mended.columns().search(),
          metadata,
          row.id(),
          row.texts().name(),
          row.texts().email()
        };
    for (var i = 0; i < binds.length; i++) {
      if (binds[i] instanceof Array array) {
        statement.setArray(i + 1, array);
      } else {
        statement.setObject(i + 1, Objects.requireNonNull(binds[i]));
      }
    }
    statement.addBatch();
  }
}
