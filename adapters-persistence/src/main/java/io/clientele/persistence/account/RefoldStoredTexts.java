package io.clientele.persistence.account;

import io.clientele.persistence.identity.IdentityTextRepair;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration 60: applies today's rules to each stored text. Names and e-mails are folded again; a
 * value that today's rules refuse is repaired, because a row that cannot be read is a failed
 * request.
 *
 * <p>Each batch is its own transaction, so that the previous service can continue. An interrupted
 * run starts again: rows that are right already are only read.
 */
final class RefoldStoredTexts implements JavaMigration {
  private static final String VERSION = "060";

  /** The role's time-outs are for requests. */
  private static final String PATIENT =
      """
      SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '10s', true),
        set_config('idle_in_transaction_session_timeout', '60s', true)
      """;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(VERSION);
  }

  @Override
  public String getDescription() {
    return "fold anew";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  /** The row in Flyway's table is a transaction; the batches use a connection of their own. */
  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (var connection = context.getConfiguration().getDataSource().getConnection()) {
      connection.setAutoCommit(false);
      var accounts = new AccountTextRepair(connection);
      boolean isMore;
      do {
        Sql.list(connection, PATIENT, row -> "");
        isMore = accounts.mendNext();
        connection.commit();
      } while (isMore);
      Sql.list(connection, PATIENT, row -> "");
      new IdentityTextRepair(connection).mend();
      connection.commit();
    }
  }
}
