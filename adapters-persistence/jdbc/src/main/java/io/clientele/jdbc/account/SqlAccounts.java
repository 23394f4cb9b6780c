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
import io.clientele.jdbc.account.search.SearchRows;
import io.clientele.jdbc.change.OnceTransactions;
import io.clientele.jdbc.change.ResponseRows;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;

/**
 * Accounts in PostgreSQL or SQLite, over any data source. {@link SqlAccountDirectory} lists them,
 * and {@link io.clientele.jdbc.SqlIdempotencyStore} finds the responses of their changes. No other
 * context is asked for a veto. Safe for use by many threads and processes.
 */
public final class SqlAccounts implements Accounts {
  private static final String FIND =
      "SELECT " + AccountColumns.ALL + " FROM clientele_account WHERE id = ?";
  private static final String METADATA =
      "SELECT name, content FROM clientele_account_metadata WHERE account_id = ?";
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
    if (change.isNone()) {
      throw new IllegalArgumentException("there is nothing to store");
    }
    var kept = change.kept();
    if (kept == null) {
      return transactions.write(sql -> AccountRows.save(sql, change));
    }
    var request =
        new OnceTransactions.Request<>(
            kept.key(), change.act().at(), change.state().id(), Saved.IN_PROGRESS, Saved.ANSWERED);
    return new OnceTransactions(transactions)
        .write(
            request,
            sql -> AccountRows.save(sql, change),
            saved -> saved.equals(Saved.STORED) ? kept.response() : null);
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
      AccountRows.dropMetadata(sql, id);
      SearchRows.erase(sql, account);
      ResponseRows.empty(sql, account);
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
