package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.persistence.change.BulkResult;
import io.clientele.persistence.change.BulkRows;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores many new accounts in PostgreSQL: one transaction, in which each part of 500 rows takes
 * five statements (rows, conflicts, existing keys, new keys, audit entries), and the result one.
 */
public final class JdbcBulkAccounts implements BulkAccounts {
  private static final int ROWS_MAX = 500;

  /**
   * Runs one call at a time, so that two calls with equal accounts in different orders do not
   * deadlock.
   */
  private static final String HOLD =
      """
      SELECT set_config('statement_timeout', '20s', true), set_config('lock_timeout', '5s', true),
        set_config('idle_in_transaction_session_timeout', '20s', true),
        pg_advisory_xact_lock(hashtextextended('clientele openings', 0))
      """;

  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)";

  /** Leaves out rows whose e-mail or tax id a stored account or an earlier row has. */
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO account (status, updated_at, name, name_folded, email, email_folded, search, tax_country,
          tax_value, metadata, email_verified, id, version, created_at)
        VALUES $rows
        ON CONFLICT DO NOTHING
        RETURNING id, status
      ), described AS (
        INSERT INTO account_terms (account_id, terms)
        SELECT id, terms FROM opened JOIN (VALUES (NULL::uuid, NULL::text[])$terms) AS given (account_id, terms)
          ON account_id = id
      )
      INSERT INTO account_rank (account_id, status, views)
      SELECT id, status, 0 FROM opened
      RETURNING account_id
      """;

  private static final String EMAILS =
      "SELECT email FROM account WHERE email = ANY (?) AND status <> 'CLOSED'";

  private static final BulkRows<Account, Saved> ROWS =
      new BulkRows<>(
          Saved.STORED,
          ROWS_MAX,
          connection -> Sql.list(connection, HOLD, row -> ""),
          JdbcBulkAccounts::write,
          Account::toStore,
          JdbcEndedImports::store);

  private final Sql sql;
  private final ChangeStore changes;

  /** Into this database. */
  public JdbcBulkAccounts(Database database, ChangeStore changes) {
    this.sql = database.bulk();
    this.changes = changes;
  }

  @Override
  public Ended open(List<Change<Account>> openings, @Nullable Idempotent<List<Saved>> once) {
    return switch (changes.storeAll(sql, openings, once, ROWS)) {
      case BulkResult.Results(var results) -> new Ended.Decided(results);
      case BulkResult.InProgress<Saved>() -> new Ended.InProgress();
      case BulkResult.Answered<Saved>() -> new Ended.Answered();
    };
  }

  @Override
  public List<Saved> rehearse(List<Change<Account>> openings) {
    return changes.rehearse(sql, openings, ROWS);
  }

  private static List<Saved> write(Connection connection, List<Change<Account>> part)
      throws SQLException {
    var binds = new ArrayList<@Nullable Object>();
    for (var opening : part) {
      var account = opening.state();
      binds.addAll(AccountWriter.changeable(account));
      binds.add(account.id().value());
      binds.add(Timestamps.of(account.createdAt()));
    }
    var termsFrom = binds.size();
    for (var opening : part) {
      var terms = AccountWriter.terms(opening.state());
      if (terms.length > 0) {
        binds.add(opening.state().id().value());
        binds.add(terms);
      }
    }
    var rows = String.join(", ", Collections.nCopies(part.size(), ROW));
    var terms = ", (?, ?)".repeat((binds.size() - termsFrom) / 2);
    Set<UUID> stored =
        new HashSet<>(
            Sql.list(
                connection,
                OPEN.replace("$rows", rows).replace("$terms", terms),
                row -> row.getObject(1, UUID.class),
                binds.toArray()));
    return told(connection, part, stored);
  }

  /** A row that was not inserted conflicted on e-mail or else on tax id. */
  private static List<Saved> told(
      Connection connection, List<Change<Account>> part, Set<UUID> stored) throws SQLException {
    var left = new HashMap<UUID, String>();
    for (var opening : part) {
      var id = opening.state().id().value();
      if (!stored.contains(id)) {
        left.put(id, opening.state().profile().email().value());
      }
    }
    var taken = left.isEmpty() ? Set.<String>of() : taken(connection, left);
    return part.stream()
        .map(opening -> opening.state().id().value())
        .map(id -> saved(left.get(id), taken))
        .toList();
  }

  private static Saved saved(@Nullable String email, Set<String> taken) {
    if (email == null) {
      return Saved.STORED;
    }
    return taken.contains(email) ? Saved.EMAIL_TAKEN : Saved.TAX_ID_TAKEN;
  }

  private static Set<String> taken(Connection connection, Map<UUID, String> left)
      throws SQLException {
    var emails = connection.createArrayOf("text", left.values().toArray());
    return new HashSet<>(Sql.list(connection, EMAILS, row -> row.getString(1), emails));
  }
}
