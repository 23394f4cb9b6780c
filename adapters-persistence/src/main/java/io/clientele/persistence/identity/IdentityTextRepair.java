package io.clientele.persistence.identity;

import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.migration.TextRepair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Names of operators and API keys as rows, brought under the rules for texts. They are few. */
public final class IdentityTextRepair {
  private final Connection connection;

  public IdentityTextRepair(Connection connection) {
    this.connection = connection;
  }

  private record Named(UUID id, String name) {}

  private record Mailbox(UUID id, String email) {}

  public void mend() throws SQLException {
    mendNames("operator");
    mendNames("api_key");
    mendMailboxes();
  }

  private void mendNames(String table) throws SQLException {
    var all =
        Sql.list(
            connection,
            "SELECT id, name FROM " + table + " WHERE name IS NOT NULL",
            row -> new Named(row.getObject(1, UUID.class), row.getString(2)));
    for (var named : all) {
      var mended = TextRepair.name(named.name());
      if (!mended.equals(named.name())) {
        Sql.update(
            connection, "UPDATE " + table + " SET name = ? WHERE id = ?", mended, named.id());
      }
    }
  }

  /** A mailbox that another operator has in its new spelling stays as it is. */
  private void mendMailboxes() throws SQLException {
    var all =
        Sql.list(
            connection,
            "SELECT id, email FROM operator WHERE email IS NOT NULL",
            row -> new Mailbox(row.getObject(1, UUID.class), row.getString(2)));
    for (var mailbox : all) {
      var mended = TextRepair.email(mailbox.email(), mailbox.id());
      if (!mended.equals(mailbox.email())) {
        Sql.update(
            connection,
            """
            UPDATE operator SET email = ?
            WHERE id = ? AND NOT EXISTS (SELECT FROM operator AS other WHERE other.email = ?)
            """,
            mended,
            mailbox.id(),
            mended);
      }
    }
  }
}
