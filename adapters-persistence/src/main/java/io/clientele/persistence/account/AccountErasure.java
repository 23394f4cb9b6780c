package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.Accounts.Erasure;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Removes what is personal of an account, in one transaction: from its row, from the answers that
 * were kept of it, from what other contexts store of it, from its audit by the key that encrypts
 * the details, and its place among the ranks. Its views stay in every sum.
 */
final class AccountErasure {
  /**
   * Receives the ids of erased accounts, which are erased again after the restore of an older
   * backup. No other class writes to this logger.
   */
  private static final Logger ERASURES = System.getLogger("io.clientele.erasures");

  private static final String ERASE =
      """
      WITH before AS MATERIALIZED (
        SELECT id, status FROM account WHERE id = ? AND erased_at IS NULL FOR UPDATE
      ), unranked AS (
        DELETE FROM account_rank WHERE account_id IN (SELECT id FROM before)
      )
      UPDATE account
      SET status = 'CLOSED', version = version + CASE before.status WHEN 'CLOSED' THEN 1 ELSE 2 END, updated_at = greatest(updated_at, ?), erased_at = ?,
        name = NULL, name_folded = NULL, email = NULL, email_folded = NULL, search = NULL, tax_country = NULL,
        tax_value = NULL, metadata = NULL, email_verified = false
      FROM before
      WHERE account.id = before.id
      RETURNING before.status, account.version
      """;

  private static final String ERASED_AT =
      "SELECT erased_at FROM account WHERE id = ? AND erased_at IS NOT NULL";

  private final Sql sql;
  private final ChangeStore changes;
  private final Set<PersonalDataEraser> erasers;
  private final AccountVetoes vetoes;

  AccountErasure(
      Database database,
      ChangeStore changes,
      Set<PersonalDataEraser> erasers,
      AccountVetoes vetoes) {
    this.vetoes = vetoes;
    this.sql = database.requests();
    this.changes = changes;
    this.erasers = Set.copyOf(erasers);
  }

  /** The status before the erasure, and the version that it stored: one up for each event. */
  private record Before(Status status, long stored) {}

  private static Before before(ResultSet row) throws SQLException {
    return new Before(Status.valueOf(row.getString(1)), row.getLong(2));
  }

  /** Asks the vetoes first. Returns when the account was first erased, or why it is not. */
  Erasure erase(AccountId id, Provenance act) {
    var erasure =
        changes.<Erasure>recordIf(
            sql,
            result -> !(result instanceof Erasure.Vetoed),
            transaction -> {
              var veto = vetoes.ofErasure(transaction, id, act);
              return veto.isPresent()
                  ? new Erasure.Vetoed(veto.get())
                  : erase(transaction, id, act);
            });
    // Logged at each call, so that every answered erasure has its line.
    if (erasure instanceof Erasure.Done) {
      ERASURES.log(Level.INFO, "erased " + id);
    }
    return erasure;
  }

  private static Erasure erasedAt(Connection connection, AccountId id) throws SQLException {
    return Sql.list(connection, ERASED_AT, row -> Timestamps.instant(row, 1), id.value()).stream()
        .findFirst()
        .<Erasure>map(Erasure.Done::new)
        .orElseGet(Erasure.Absent::new);
  }

  private Erasure erase(ChangeTransaction transaction, AccountId id, Provenance act)
      throws SQLException {
    var connection = transaction.connection();
    var at = Timestamps.of(act.at());
    var before = Sql.list(connection, ERASE, AccountErasure::before, id.value(), at, at);
    if (!before.isEmpty()) {
      for (var eraser : erasers) {
        eraser.erase(transaction, id, act);
      }
      transaction.erase(id);
      var events = Account.erasure(id, before.getFirst().status());
      var version = before.getFirst().stored() - events.size();
      for (var event : events) {
        transaction.append(act, event, ChangeSubject.of(id).at(++version));
      }
    }
    return erasedAt(connection, id);
  }
}
