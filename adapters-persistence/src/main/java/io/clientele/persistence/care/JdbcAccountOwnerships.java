package io.clientele.persistence.care;

import io.clientele.domain.care.AccountOwnership;
import io.clientele.domain.care.AccountOwnerships;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.persistence.change.AccountLock;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Owners of accounts in PostgreSQL. */
public final class JdbcAccountOwnerships implements AccountOwnerships {
  private static final String FIND =
      "SELECT account_id, operator_id, since, version FROM account_owner WHERE account_id = ?";

  private static final String ADD =
      """
      INSERT INTO account_owner (operator_id, since, account_id, version) VALUES (?, ?, ?, ? + 1)
      ON CONFLICT (account_id) DO NOTHING
      """;

  private static final String CHANGE =
      """
      UPDATE account_owner SET operator_id = ?, since = ?, version = version + 1
      WHERE account_id = ? AND version = ?
      """;

  private final Sql sql;
  private final ChangeStore changes;
  private final AccountLock accounts;

  /**
   * Owners in this database.
   *
   * @param accounts locks an account while its owner is stored, so that a concurrent erasure waits,
   *     finds the owner and removes it
   */
  public JdbcAccountOwnerships(Database database, ChangeStore changes, AccountLock accounts) {
    this.sql = database.requests();
    this.changes = changes;
    this.accounts = accounts;
  }

  @Override
  public AccountOwnership find(AccountId account) {
    return sql.list(FIND, JdbcAccountOwnerships::found, account.value()).stream()
        .findFirst()
        .orElseGet(() -> AccountOwnership.none(account));
  }

  @Override
  public Saved save(Change<AccountOwnership> change) {
    var state = change.state();
    return changes.store(
        sql,
        change,
        state.toStore(),
        ChangeResults.withoutKey(Saved.STORED),
        transaction -> {
          if (!accounts.hold(transaction, state.account())) {
            return Optional.of(Saved.NO_SUCH_ACCOUNT);
          }
          return write(transaction.connection(), state) == 1
              ? Optional.empty()
              : Optional.of(Saved.STALE);
        });
  }

  private static int write(Connection connection, AccountOwnership state) throws SQLException {
    var owner = state.owner();
    var since = state.since();
    return Sql.update(
        connection,
        state.version() == 0 ? ADD : CHANGE,
        owner == null ? null : owner.value(),
        since == null ? null : Timestamps.of(since),
        state.account().value(),
        state.version());
  }

  private static AccountOwnership found(ResultSet row) throws SQLException {
    var owner = row.getObject(2, UUID.class);
    return new AccountOwnership(
        new AccountId(row.getObject(1, UUID.class)),
        owner == null ? null : new OperatorId(owner),
        Timestamps.instantOrNull(row, 3),
        row.getLong(4));
  }
}
