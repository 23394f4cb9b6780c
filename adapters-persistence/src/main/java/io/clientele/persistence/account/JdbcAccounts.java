package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.BatchedLookups;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.ReadRouter;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Accounts in PostgreSQL. Look-ups that come together share a query. */
public final class JdbcAccounts implements Accounts {
  /** Who waited so long for a look-up gets an answer while it is still wanted. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final String FIND =
      "SELECT " + AccountRow.COLUMNS + " FROM account WHERE id = ANY (?)";

  /** Its place among the ranks comes with it, so that it is listed at once. */
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO account (status, updated_at, name, name_folded, email, email_folded, search, tax_country,
          tax_value, metadata, email_verified, id, version, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
        ON CONFLICT DO NOTHING
        RETURNING id, status
      )
      INSERT INTO account_rank (account_id, status, views)
      SELECT id, status, 0 FROM opened
      RETURNING account_id
      """;

  private static final String CHANGE =
      """
      WITH changed AS (
        UPDATE account
        SET status = ?, updated_at = ?, name = ?, name_folded = ?, email = ?, email_folded = ?, search = ?,
          tax_country = ?, tax_value = ?, metadata = ?, email_verified = ?, version = version + 1
        WHERE id = ? AND version = ? AND erased_at IS NULL
          AND NOT EXISTS (
            SELECT FROM account AS other
            WHERE other.email = ? AND other.status <> 'CLOSED' AND other.id <> account.id)
          AND NOT EXISTS (
            SELECT FROM account AS other
            WHERE other.tax_country = ? AND other.tax_value = ? AND other.status <> 'CLOSED'
              AND other.id <> account.id)
        RETURNING id, status
      ), ranked AS (
        UPDATE account_rank
        SET status = changed.status
        FROM changed
        WHERE account_rank.account_id = changed.id AND account_rank.status <> changed.status
      )
      SELECT id FROM changed
      """;

  /**
   * Why a statement stored nothing. Asked for, not raised: servers log the values of violations.
   */
  private static final String CONFLICT =
      """
      SELECT coalesce((SELECT version FROM account WHERE id = ? AND erased_at IS NULL), 0),
        EXISTS (SELECT FROM account WHERE email = ? AND status <> 'CLOSED' AND id <> ?),
        EXISTS (SELECT FROM account WHERE tax_country = ? AND tax_value = ? AND status <> 'CLOSED' AND id <> ?)
      """;

  /** Two writers at once; a value is taken between the look and the write. */
  private static final String UNIQUE_VIOLATION = "23505";

  private static final ChangeResults<Saved> RESULTS =
      new ChangeResults<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final Sql sql;
  private final ReadRouter reads;
  private final BatchedLookups<AccountId, Found> lookups;
  private final AccountVetoes vetoes;
  private final AccountErasure erasure;
  private final ChangeStore changes;

  /**
   * Accounts of this database, which no context keeps from being closed or erased.
   *
   * @param erasers remove what other contexts store of an account that is erased
   */
  public JdbcAccounts(Database database, ChangeStore changes, Set<PersonalDataEraser> erasers) {
    this(database, changes, erasers, Set.of());
  }

  /**
   * Accounts of this database.
   *
   * @param erasers remove what other contexts store of an account that is erased
   * @param vetoes may refuse that an account is closed or erased
   */
  public JdbcAccounts(
      Database database,
      ChangeStore changes,
      Set<PersonalDataEraser> erasers,
      Set<ErasureVeto> vetoes) {
    this.sql = database.requests();
    this.reads = database.reads();
    this.lookups = new BatchedLookups<>("the database", PATIENCE, this::find);
    this.vetoes = new AccountVetoes(vetoes);
    this.erasure = new AccountErasure(database, changes, erasers, this.vetoes);
    this.changes = changes;
  }

  @Override
  public Found find(AccountId id) {
    return lookups.find(id).orElse(Found.ABSENT);
  }

  @Override
  public Saved save(Change<Account> change) {
    return changes.store(
        sql, change, change.state().toStore(), RESULTS, transaction -> write(transaction, change));
  }

  @Override
  public Erasure erase(AccountId id, Provenance act) {
    return erasure.erase(id, act);
  }

  private Optional<Saved> write(ChangeTransaction transaction, Change<Account> change)
      throws SQLException {
    if (Account.closes(change)) {
      var veto = vetoes.ofClosing(transaction, change.state().id(), change.act());
      if (veto.isPresent()) {
        return Optional.of(new Saved.Vetoed(veto.get()));
      }
    }
    return write(transaction.connection(), change.state());
  }

  /** Empty once the row is written; else the refusal. */
  private static Optional<Saved> write(Connection connection, Account account) throws SQLException {
    var values = AccountRow.changeable(account);
    values.add(account.id().value());
    if (account.version() == 0) {
      values.add(Timestamps.of(account.createdAt()));
    } else {
      values.add(account.version());
      values.addAll(AccountRow.unique(account));
    }
    return write(connection, account, values);
  }

  @Override
  public AccountPage list(AccountQuery query) {
    var list = new AccountListQuery(query);
    return reads.transaction(
        connection -> {
          TransactionSettings.readInIndexOrder(connection);
          var placed = list.page(connection);
          var isLast = placed.size() <= query.limit();
          var shown = isLast ? placed : placed.subList(0, query.limit());
          return new AccountPage(
              shown.stream().map(AccountListQuery.Placed::account).toList(),
              isLast ? null : shown.getLast().place(),
              query.withTotal() ? total(list.count(connection)) : null);
        });
  }

  private Map<AccountId, Found> find(Collection<AccountId> ids) {
    return sql.run(
        connection -> {
          var keys = Sql.uuids(connection, ids.stream().map(AccountId::value).toList());
          var found = new HashMap<AccountId, Found>();
          Sql.each(
              connection, FIND, row -> found.put(AccountRow.id(row), AccountRow.found(row)), keys);
          return found;
        });
  }

  private static Optional<Saved> write(
      Connection connection, Account account, List<@Nullable Object> values) throws SQLException {
    var sql = account.version() == 0 ? OPEN : CHANGE;
    try {
      var stored = Sql.list(connection, sql, row -> row.getString(1), values.toArray());
      return stored.isEmpty() ? Optional.of(conflict(connection, account)) : Optional.empty();
    } catch (PSQLException e) {
      return Optional.of(taken(e));
    }
  }

  private static Saved conflict(Connection connection, Account account) throws SQLException {
    var id = account.id().value();
    var unique = AccountRow.unique(account);
    return Sql.list(
            connection,
            CONFLICT,
            row -> {
              if (row.getLong(1) != account.version()) {
                return Saved.STALE;
              }
              if (row.getBoolean(2)) {
                return Saved.EMAIL_TAKEN;
              }
              return row.getBoolean(3) ? Saved.TAX_ID_TAKEN : Saved.STALE;
            },
            id,
            unique.get(0),
            id,
            unique.get(1),
            unique.get(2),
            id)
        .getFirst();
  }

  private static Saved taken(PSQLException e) throws SQLException {
    var told = e.getServerErrorMessage();
    if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || told == null || told.getConstraint() == null) {
      throw e;
    }
    return switch (told.getConstraint()) {
      case "account_pkey" -> Saved.STALE;
      case "account_email_is_unique" -> Saved.EMAIL_TAKEN;
      case "account_tax_id_is_unique" -> Saved.TAX_ID_TAKEN;
      default -> throw e;
    };
  }

  private static Total total(long count) {
    return new Total(Math.min(count, Total.EXACT_MAX), count <= Total.EXACT_MAX);
  }
}
