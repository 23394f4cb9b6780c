package io.clientele.jdbc.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.jdbc.change.OnceTransactions;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens many of the accounts of {@link SqlAccounts} at once, in PostgreSQL or SQLite. Calls run one
 * after the other, and each account takes some statements. Safe for use by many threads and
 * processes.
 */
public final class SqlBulkAccounts implements BulkAccounts {
  /** Two calls with equal accounts in different orders would wait for each other. */
  private static final String LOCK = "UPDATE clientele_account_bulk SET number = number";

  private final Transactions transactions;

  /** Into this database, whose tables {@link io.clientele.jdbc.SqlSchema} creates. */
  public SqlBulkAccounts(DataSource source) {
    transactions = new Transactions("bulk accounts", source);
  }

  @Override
  public Ended open(List<Change<Account>> openings, @Nullable Idempotent<List<Saved>> once) {
    requireEvents(openings);
    if (once == null || openings.isEmpty()) {
      return new Ended.Decided(transactions.write(sql -> saved(sql, openings)));
    }
    var request =
        new OnceTransactions.Request<Ended>(
            once.key(),
            openings.get(0).act().at(),
            null,
            new Ended.InProgress(),
            new Ended.Answered());
    return new OnceTransactions(transactions)
        .write(
            request,
            sql -> new Ended.Decided(saved(sql, openings)),
            ended ->
                ended instanceof Ended.Decided decided
                    ? once.kept(decided.saved()).response()
                    : null);
  }

  @Override
  public List<Saved> rehearse(List<Change<Account>> openings) {
    requireEvents(openings);
    return transactions.rehearse(sql -> saved(sql, openings));
  }

  private static void requireEvents(List<Change<Account>> openings) {
    if (openings.stream().anyMatch(Change::isNone)) {
      throw new IllegalArgumentException("there is nothing to store");
    }
  }

  private static List<Saved> saved(Statements sql, List<Change<Account>> openings)
      throws SQLException {
    sql.update(LOCK);
    var saved = new ArrayList<Saved>();
    for (var opening : openings) {
      saved.add(AccountRows.save(sql, opening));
    }
    return saved;
  }
}
