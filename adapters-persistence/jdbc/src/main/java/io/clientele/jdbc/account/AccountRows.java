package io.clientele.jdbc.account;

import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.Change;
import io.clientele.jdbc.account.search.SearchRows;
import io.clientele.jdbc.transaction.Statements;
import java.sql.SQLException;

/** Writes the rows of a change within a transaction. */
final class AccountRows {
  private static final String OPEN =
      """
      INSERT INTO clientele_account (status, updated_at, name, email, email_verified, tax_country, tax_value,
        id, version, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String CHANGE =
      """
      UPDATE clientele_account
      SET status = ?, updated_at = ?, name = ?, email = ?, email_verified = ?, tax_country = ?, tax_value = ?,
        version = version + 1
      WHERE id = ? AND version = ? AND erased_at IS NULL
        AND (? = 'CLOSED' OR NOT EXISTS (
          SELECT 1 FROM clientele_account AS other
          WHERE other.email = ? AND other.status <> 'CLOSED' AND other.id <> clientele_account.id))
        AND (? = 'CLOSED' OR NOT EXISTS (
          SELECT 1 FROM clientele_account AS other
          WHERE other.tax_country = ? AND other.tax_value = ? AND other.status <> 'CLOSED'
            AND other.id <> clientele_account.id))
      """;
  private static final String VERSION =
      "SELECT version FROM clientele_account WHERE id = ? AND erased_at IS NULL";
  private static final String OWNER_OF_EMAIL =
      "SELECT 1 FROM clientele_account WHERE email = ? AND status <> 'CLOSED' AND id <> ?";
  private static final String OWNER_OF_TAX_ID =
      """
      SELECT 1 FROM clientele_account
      WHERE tax_country = ? AND tax_value = ? AND status <> 'CLOSED' AND id <> ?
      """;
  private static final String ADD_METADATA =
      "INSERT INTO clientele_account_metadata (account_id, name, content) VALUES (?, ?, ?)";
  private static final String DROP_METADATA =
      "DELETE FROM clientele_account_metadata WHERE account_id = ?";

  private AccountRows() {}

  /** Stores a change with its audit entries and events, or returns why it is refused. */
  static Saved save(Statements sql, Change<Account> change) throws SQLException {
    var account = change.state();
    var id = account.id().toString();
    if (write(sql, account) == 0) {
      return refusal(sql, account);
    }
    dropMetadata(sql, id);
    for (var entry : account.profile().metadata().entries().entrySet()) {
      sql.update(ADD_METADATA, id, entry.getKey(), entry.getValue());
    }
    SearchRows.put(sql, account.id(), account.profile());
    var log = new ChangeLog(sql, account.id());
    for (var event : change.events()) {
      log.append(change.act(), event, account.toStore());
    }
    return Saved.STORED;
  }

  private static int write(Statements sql, Account account) throws SQLException {
    var values = AccountColumns.changeable(account);
    values.add(account.id().toString());
    if (account.version() == 0) {
      values.add(micros(account.createdAt()));
      return sql.update(OPEN, values.toArray());
    }
    var profile = account.profile();
    values.add(account.version());
    values.add(account.status().name());
    values.add(profile.email().value());
    values.add(account.status().name());
    values.add(AccountColumns.country(profile));
    values.add(AccountColumns.value(profile));
    return sql.update(CHANGE, values.toArray());
  }

  /** Tells why nothing was written. */
  private static Saved refusal(Statements sql, Account account) throws SQLException {
    var id = account.id().toString();
    var profile = account.profile();
    var versions = sql.list(VERSION, row -> row.getLong(1), id);
    if ((versions.isEmpty() ? 0 : versions.get(0)) != account.version()) {
      return Saved.STALE;
    }
    if (!sql.list(OWNER_OF_EMAIL, row -> 1, profile.email().value(), id).isEmpty()) {
      return Saved.EMAIL_TAKEN;
    }
    var country = AccountColumns.country(profile);
    var value = AccountColumns.value(profile);
    return value != null && !sql.list(OWNER_OF_TAX_ID, row -> 1, country, value, id).isEmpty()
        ? Saved.TAX_ID_TAKEN
        : Saved.STALE;
  }

  static void dropMetadata(Statements sql, String id) throws SQLException {
    sql.update(DROP_METADATA, id);
  }
}
