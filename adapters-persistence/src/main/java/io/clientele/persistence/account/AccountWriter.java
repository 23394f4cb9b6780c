package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.ExactTerm;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the row of an account under its version, and tells why a row was refused. */
final class AccountWriter {
  /** Its place among the ranks comes with it, so that it is listed at once. */
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO account (status, updated_at, name, name_folded, email, email_folded, search, tax_country,
          tax_value, metadata, email_verified, id, version, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
        ON CONFLICT DO NOTHING
        RETURNING id, status
      ), described AS (
        INSERT INTO account_terms (account_id, terms)
        SELECT id, terms FROM opened, (SELECT ?::text[] AS terms) AS given
        WHERE cardinality(terms) > 0
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
      ), described AS (
        INSERT INTO account_terms (account_id, terms)
        SELECT id, ?::text[] FROM changed
        ON CONFLICT (account_id) DO UPDATE SET terms = EXCLUDED.terms
        WHERE account_terms.terms <> EXCLUDED.terms
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

  private static final ChangeResults<Saved> RESULTS =
      new ChangeResults<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final Sql sql;
  private final ChangeStore changes;
  private final AccountVetoes vetoes;

  AccountWriter(Sql sql, ChangeStore changes, AccountVetoes vetoes) {
    this.sql = sql;
    this.changes = changes;
    this.vetoes = vetoes;
  }

  Saved save(Change<Account> change) {
    return changes.store(
        sql, change, change.state().toStore(), RESULTS, transaction -> write(transaction, change));
  }

  /** The values that an amendment may change, in the order of the statements. */
  static List<@Nullable Object> changeable(Account account) {
    var profile = account.profile();
    var search = SearchColumns.of(profile);
    var taxId = profile.taxId();
    var values = new ArrayList<@Nullable Object>();
    values.add(account.status().name());
    values.add(Timestamps.of(account.updatedAt()));
    values.add(profile.name().value());
    values.add(search.name());
    values.add(profile.email().value());
    values.add(search.email());
    values.add(search.search());
    values.add(taxId == null ? null : taxId.country());
    values.add(taxId == null ? null : taxId.value());
    values.add(pairs(profile.metadata()));
    values.add(profile.emailVerified());
    return values;
  }

  /** The whole values by which the account is found. */
  static String[] terms(Account account) {
    return ExactTerm.termsOf(account.profile()).toArray(new String[0]);
  }

  /** The e-mail, the country and the value of the tax id; nulls of a closed account. */
  private static List<@Nullable String> unique(Account account) {
    var profile = account.profile();
    var taxId = account.isOpen() ? profile.taxId() : null;
    var values = new ArrayList<@Nullable String>();
    values.add(account.isOpen() ? profile.email().value() : null);
    values.add(taxId == null ? null : taxId.country());
    values.add(taxId == null ? null : taxId.value());
    return values;
  }

  /** Returns empty once the row is written; else the refusal. */
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

  private static Optional<Saved> write(Connection connection, Account account) throws SQLException {
    var values = changeable(account);
    values.add(account.id().value());
    if (account.version() == 0) {
      values.add(Timestamps.of(account.createdAt()));
    } else {
      values.add(account.version());
      values.addAll(unique(account));
    }
    values.add(terms(account));
    return write(connection, account, values);
  }

  private static Optional<Saved> write(
      Connection connection, Account account, List<@Nullable Object> values) throws SQLException {
    var sql = account.version() == 0 ? OPEN : CHANGE;
    try {
      var stored = Sql.list(connection, sql, row -> row.getString(1), values.toArray());
      return stored.isEmpty() ? Optional.of(conflict(connection, account)) : Optional.empty();
    } catch (SQLException e) {
      return Optional.of(taken(e));
    }
  }

  private static Saved conflict(Connection connection, Account account) throws SQLException {
    var id = account.id().value();
    var unique = unique(account);
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

  /** Two writers at once: a value is taken between the look and the write. */
  private static Saved taken(SQLException e) throws SQLException {
    return switch (Sql.violated(e)) {
      case "account_pkey" -> Saved.STALE;
      case "account_email_is_unique" -> Saved.EMAIL_TAKEN;
      case "account_tax_id_is_unique" -> Saved.TAX_ID_TAKEN;
      default -> throw e;
    };
  }

  private static String[] pairs(Metadata metadata) {
    var pairs = new ArrayList<String>(metadata.entries().size() * 2);
    metadata
        .entries()
        .forEach(
            (key, value) -> {
              pairs.add(key);
              pairs.add(value);
            });
    return pairs.toArray(new String[0]);
  }
}
