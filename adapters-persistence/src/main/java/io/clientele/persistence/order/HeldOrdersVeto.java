package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.Order.Decision;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.posting.PostingTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/**
 * Cancels the held orders of an account that is closed or erased, before the ledger asks whether
 * its pockets are empty. Never refuses.
 */
public final class HeldOrdersVeto implements ErasureVeto {
  private static final String LOCK =
      """
      SELECT id FROM orders WHERE account_id = ? AND payment = 'HELD' ORDER BY id
      FOR NO KEY UPDATE
      """;

  private final SubjectKeys keys;
  private final PostingTransaction posting;

  public HeldOrdersVeto(SubjectKeys keys, PostingTransaction posting) {
    this.keys = keys;
    this.posting = posting;
  }

  @Override
  public boolean isAskedFirst() {
    return true;
  }

  @Override
  public Optional<Change.Veto> ask(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    var connection = transaction.connection();
    var ids = Sql.list(connection, LOCK, row -> row.getObject(1, UUID.class), account.value());
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    var decided = new ArrayList<Granted>();
    var transfers = new ArrayList<Transfer>();
    for (var found : OrderReader.read(connection, keys, ids)) {
      var order = found.order();
      var now = OrderReader.clock(connection);
      Decision decision =
          order.at(now).state().isCancelled()
              ? order.expire(now, by)
              : order.cancel(Cancellation.whole(Cause.OPERATIONS), now, by);
      decided.add((Granted) decision);
      transfers.addAll(((Granted) decision).transfers());
    }
    if (!posting.join(connection, transfers).isWhole()) {
      throw new IllegalStateException("a held order of an account cannot be released");
    }
    OrderExpiry.store(transaction, decided);
    return Optional.empty();
  }
}
