package io.clientele.jdbc.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.jdbc.account.search.ListStatement;
import io.clientele.jdbc.transaction.Statements;
import io.clientele.jdbc.transaction.Transactions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lists the accounts of {@link SqlAccounts} in PostgreSQL or SQLite. Sorts by the views that {@link
 * io.clientele.jdbc.views.SqlViewLedger} has stored in the same database. A search reads each
 * account, so it is for thousands of accounts, not for millions. Safe for use by many threads.
 */
public final class SqlAccountDirectory implements AccountDirectory {
  private static final String COLUMNS = AccountColumns.ALL + ", id";
  private static final int ID = 10;
  private static final String METADATA =
      "SELECT account_id, name, content FROM clientele_account_metadata WHERE account_id IN ($ids)";

  private final Transactions transactions;

  /** The accounts of this database, whose tables {@link io.clientele.jdbc.SqlSchema} creates. */
  public SqlAccountDirectory(DataSource source) {
    transactions = new Transactions("account lists", source);
  }

  /** An account, and where it stands in the order. */
  private record Placed(Account account, PagePosition place) {}

  @Override
  public AccountPage list(AccountQuery query) {
    var statement = new ListStatement(query);
    return transactions.read(
        sql -> {
          var placed = placed(sql, statement);
          var isLast = placed.size() <= query.limit();
          var shown = isLast ? placed : placed.subList(0, query.limit());
          return new AccountPage(
              withMetadata(sql, shown.stream().map(Placed::account).toList()),
              isLast ? null : shown.get(shown.size() - 1).place(),
              query.withTotal() ? total(sql, statement) : null);
        });
  }

  private static List<Placed> placed(Statements sql, ListStatement statement) throws SQLException {
    return sql.list(
        statement.page(COLUMNS),
        row -> {
          var id = AccountId.parse(row.getString(ID));
          return new Placed(
              AccountColumns.present(id, row, Map.of()), statement.position(row, ID + 1, id));
        },
        statement.pageBinds());
  }

  private static @Nullable Total total(Statements sql, ListStatement statement)
      throws SQLException {
    var count = sql.list(statement.count(), row -> row.getLong(1), statement.countBinds()).get(0);
    return new Total(Math.min(count, Total.EXACT_MAX), count <= Total.EXACT_MAX);
  }

  private static List<Account> withMetadata(Statements sql, List<Account> accounts)
      throws SQLException {
    var entries = new HashMap<AccountId, Map<String, String>>();
    if (!accounts.isEmpty()) {
      var ids = accounts.stream().map(account -> account.id().toString()).toArray();
      var places = String.join(", ", Collections.nCopies(ids.length, "?"));
      sql.each(
          METADATA.replace("$ids", places),
          row ->
              entries
                  .computeIfAbsent(AccountId.parse(row.getString(1)), id -> new HashMap<>())
                  .put(row.getString(2), row.getString(3)),
          ids);
    }
    return accounts.stream()
        .map(account -> AccountColumns.with(account, entries.getOrDefault(account.id(), Map.of())))
        .toList();
  }
}
