package io.clientele.jdbc.account;

import static io.clientele.jdbc.transaction.Statements.instant;
import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;

/**
 * Accounts in PostgreSQL or SQLite, over any data source. Stores no responses of repeated requests:
 * a change that keeps one is refused as a bug. No other context is asked for a veto. Safe for use
 * by many threads and processes.
 */
public final class SqlAccounts implements Accounts {
  private static final String FIND =
      "SELECT " + AccountColumns.ALL + " FROM clientele_account WHERE id = ?";
  private static final String METADATA =
      "SELECT name, content FROM clientele_account_metadata WHERE account_id = ?";
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
  private static final String LOCK =
      "UPDATE clientele_account SET version = version WHERE id = ? AND erased_at IS NULL";
  private static final String STATE = "SELECT status, version FROM clientele_account WHERE id = ?";
  private static final String ERASE =
      """
      UPDATE clientele_account
      SET status = 'CLOSED', version = ?, erased_at = ?, name = NULL, email = NULL, email_verified = 0,
        tax_country = NULL, tax_value = NULL,
        updated_at = CASE WHEN updated_at > ? THEN updated_at ELSE ? END
      WHERE id = ?
      """;
  private static final String ERASED_AT =
      "SELECT erased_at FROM clientele_account WHERE id = ? AND erased_at IS NOT NULL";

  private final Transactions transactions;

  /** Accounts of this database, whose tables {@link io.clientele.jdbc.SqlSchema} creates. */
  public SqlAccounts(DataSource source) {
    transactions = new Transactions("accounts", source);
  }

  @Override
  public Found find(AccountId id) {
    return transactions.read(sql -> find(sql, id));
  }

  @Override
  public Saved save(Change<Account> change) {
    if (change.isNone() || change.kept() != null) {
      throw new IllegalArgumentException("nothing to store, or a response that is not stored here");
    }
    return transactions.write(sql -> save(sql, change));
  }

  @Override
  public Erasure erase(AccountId id, Provenance act) {
    return transactions.write(sql -> erase(sql, id, act));
  }

  private static Found find(Statements sql, AccountId id) throws SQLException {
    var metadata = new HashMap<String, String>();
    sql.each(METADATA, row -> metadata.put(row.getString(1), row.getString(2)), id.toString());
    List<Found> found =
        sql.list(
            FIND,
            row -> {
              var account = AccountColumns.read(id, row, metadata);
              return account == null ? new Found.Erased(id) : new Found.Present(account);
            },
            id.toString());
    return found.isEmpty() ? Found.ABSENT : found.get(0);
  }

  private static Saved save(Statements sql, Change<Account> change) throws SQLException {
    var account = change.state();
    var id = account.id().toString();
    if (write(sql, account) == 0) {
      return refusal(sql, account);
    }
    sql.update(DROP_METADATA, id);
    for (var entry : account.profile().metadata().entries().entrySet()) {
      sql.update(ADD_METADATA, id, entry.getKey(), entry.getValue());
    }
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

  /** The state before an erasure. */
  private record Before(Status status, long version) {}

  private static Erasure erase(Statements sql, AccountId account, Provenance act)
      throws SQLException {
    var id = account.toString();
    if (sql.update(LOCK, id) > 0) {
      var before =
          sql.list(STATE, row -> new Before(Status.valueOf(row.getString(1)), row.getLong(2)), id)
              .get(0);
      var events = Account.erasure(account, before.status());
      var version = before.version();
      var at = micros(act.at());
      sql.update(ERASE, version + events.size(), at, at, at, id);
      sql.update(DROP_METADATA, id);
      var log = new ChangeLog(sql, account);
      log.erase();
      for (var event : events) {
        log.append(act, event, ChangeSubject.of(account).at(++version));
      }
    }
    var erasedAt = sql.list(ERASED_AT, row -> instant(row.getLong(1)), id);
    return erasedAt.isEmpty() ? new Erasure.Absent() : new Erasure.Done(erasedAt.get(0));
  }
}
