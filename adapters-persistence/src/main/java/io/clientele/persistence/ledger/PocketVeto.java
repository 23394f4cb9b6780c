package io.clientele.persistence.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.row.PocketRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Refuses to close or erase an account whose pockets are not empty. Otherwise closes its pockets,
 * so that nothing arrives in them later, and notes that no pocket is opened for it.
 */
public final class PocketVeto implements ErasureVeto {
  /** Prevents pockets of the account from being opened until the transaction ends. */
  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(?::text, 2))";

  private static final String LOCK =
      """
      SELECT pocket FROM balance
      WHERE pocket IN (SELECT id FROM pocket WHERE account_id = ?)
      ORDER BY pocket
      FOR NO KEY UPDATE
      """;

  private static final String STATES =
      "SELECT "
          + PocketRow.COLUMNS
          + """
            , posted, held, seq, booked_at
          FROM pocket JOIN asset ON asset.code = pocket.asset JOIN balance ON balance.pocket = pocket.id
          WHERE pocket.id = ANY (?)
          ORDER BY pocket.id
          """;

  private static final String CLOSE =
      "UPDATE pocket SET status = 'CLOSED', version = version + 1 WHERE id = ?";

  private static final String END =
      "INSERT INTO pocket_owner_ended (account_id) VALUES (?) ON CONFLICT (account_id) DO NOTHING";

  private static final Change.Veto VETO =
      new Change.Veto("pockets-not-empty", "Empty the pockets of the account first.");

  @Override
  public Optional<Change.Veto> ask(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    var connection = transaction.connection();
    Sql.list(connection, ALONE, row -> true, account.value());
    var ids = Sql.list(connection, LOCK, row -> row.getObject(1, UUID.class), account.value());
    var states = Sql.list(connection, STATES, PocketRow::state, Sql.uuids(connection, ids));
    if (!states.stream().allMatch(PocketVeto::isEmpty)) {
      return Optional.of(VETO);
    }
    close(transaction, states, by);
    Sql.update(connection, END, account.value());
    return Optional.empty();
  }

  private static boolean isEmpty(PocketState state) {
    return state.posted().signum() == 0 && state.held().signum() == 0;
  }

  private static void close(ChangeTransaction transaction, List<PocketState> states, Provenance by)
      throws SQLException {
    for (var state : states) {
      var pocket = state.pocket();
      var change = pocket.amend(Pocket.Status.CLOSED, pocket.floor(), by);
      for (var event : change.events()) {
        Sql.update(transaction.connection(), CLOSE, pocket.id().value());
        transaction.append(by, event, ChangeSubject.of(pocket.owner(), pocket.id().subject()));
      }
    }
  }
}
