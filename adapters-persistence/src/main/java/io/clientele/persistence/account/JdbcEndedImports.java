package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.EndedImports;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Ended imports in PostgreSQL. {@link JdbcBulkAccounts} stores them. */
public final class JdbcEndedImports implements EndedImports {
  private static final String STORE =
      "INSERT INTO account_import (first_id, actor, at, opened, refused) VALUES (?, ?, ?, ?, ?)";

  private static final String UNANNOUNCED =
      "SELECT first_id, actor, at, opened, refused FROM account_import ORDER BY first_id LIMIT ?";

  private static final String ANNOUNCED = "DELETE FROM account_import WHERE first_id = ?";

  private final Sql work;

  /** Imports of this database. */
  public JdbcEndedImports(Database database) {
    this.work = database.work();
  }

  @Override
  public List<Summary> unannounced(int max) {
    return work.list(UNANNOUNCED, JdbcEndedImports::summary, max);
  }

  @Override
  public void announced(AccountId first) {
    work.update(ANNOUNCED, first.value());
  }

  static void store(Connection connection, List<Change<Account>> openings, List<Saved> saved)
      throws SQLException {
    var summary = Summary.of(openings, saved);
    Sql.update(
        connection,
        STORE,
        summary.first().value(),
        summary.actor(),
        Timestamps.of(summary.at()),
        summary.opened(),
        summary.refused());
  }

  private static Summary summary(ResultSet row) throws SQLException {
    return new Summary(
        new AccountId(row.getObject(1, UUID.class)),
        row.getString(2),
        Timestamps.instant(row, 3),
        row.getLong(4),
        row.getLong(5));
  }
}
