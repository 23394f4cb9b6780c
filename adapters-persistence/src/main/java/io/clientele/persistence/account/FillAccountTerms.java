package io.clientele.persistence.account;

import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Computes the search terms of each stored account. Each batch is its own transaction, so that the
 * previous service can continue. An interrupted run starts again: accounts with terms are left
 * alone. An account that the previous service stores during the migration gets its terms when it
 * changes next.
 */
final class FillAccountTerms implements JavaMigration {
  private static final String VERSION = "202611291442";
  private static final int BATCH = 1_000;

  /** The role's time-outs are for requests. */
  private static final String PATIENT =
      """
      SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '10s', true),
        set_config('idle_in_transaction_session_timeout', '60s', true)
      """;

  /** Keeps the accounts from being erased until their terms are committed. */
  private static final String READ =
      "SELECT "
          + AccountRow.COLUMNS
          + " FROM account WHERE id > ? AND erased_at IS NULL ORDER BY id LIMIT ? FOR SHARE";

  private static final String STORE =
      "INSERT INTO account_terms (account_id, terms) VALUES (?, ?) ON CONFLICT DO NOTHING";

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(VERSION);
  }

  @Override
  public String getDescription() {
    return "fill account terms";
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
      var last = new UUID(0, 0);
      List<UUID> batch;
      do {
        Sql.list(connection, PATIENT, row -> "");
        batch = fillAfter(connection, last);
        connection.commit();
        last = batch.isEmpty() ? last : batch.getLast();
      } while (batch.size() == BATCH);
    }
  }

  /** Fills one batch; returns its ids in ascending order. */
  private static List<UUID> fillAfter(Connection connection, UUID last) throws SQLException {
    var accounts = Sql.list(connection, READ, AccountRow::read, last, BATCH);
    try (var statement = connection.prepareStatement(STORE)) {
      for (var account : accounts) {
        var terms = AccountWriter.terms(account);
        if (terms.length > 0) {
          statement.setObject(1, account.id().value());
          statement.setArray(2, connection.createArrayOf("text", terms));
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
    return accounts.stream().map(account -> account.id().value()).toList();
  }
}
