package io.clientele.persistence.order;

import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.posting.PostingTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Cancels orders whose hold is over and releases the holds, in one transaction. Orders that another
 * instance works on are left to it.
 */
final class OrderExpiry {
  private static final Logger LOG = System.getLogger(OrderExpiry.class.getName());

  /** The actor of an expiry in the audit. */
  private static final String ACTOR = "orders";

  private static final String LOCK =
      """
      SELECT id FROM orders
      WHERE payment = 'HELD' AND expires_at <= clock_timestamp()
      ORDER BY expires_at, id
      LIMIT ?
      OFFSET ?
      FOR NO KEY UPDATE SKIP LOCKED
      """;

  private final Sql sql;
  private final ChangeStore changes;
  private final PostingTransaction posting;

  OrderExpiry(Sql sql, ChangeStore changes, PostingTransaction posting) {
    this.sql = sql;
    this.changes = changes;
    this.posting = posting;
  }

  /** Expires many orders at once; if one of them is refused, each by itself. */
  int expire(int max) {
    var expired = run(max, 0);
    if (expired >= 0) {
      return expired;
    }
    var done = 0;
    for (int tried = 0, skipped = 0; tried < max; tried++) {
      var one = run(1, skipped);
      if (one < 0) {
        skipped++;
        LOG.log(Level.ERROR, "an order whose hold is over cannot be released");
      }
      done += Math.max(0, one);
    }
    return done;
  }

  /** Returns how many orders expired, or -1 if the ledger refuses. */
  private int run(int max, int offset) {
    return changes.recordIf(
        sql, count -> count > 0, transaction -> expire(transaction, max, offset));
  }

  private int expire(ChangeTransaction transaction, int max, int offset) throws SQLException {
    var connection = transaction.connection();
    var ids = Sql.list(connection, LOCK, row -> row.getObject(1, UUID.class), max, offset);
    if (ids.isEmpty()) {
      return 0;
    }
    var now = OrderReader.clock(connection);
    var by = new Provenance(ACTOR, now);
    var decided = new ArrayList<Granted>();
    var transfers = new ArrayList<Transfer>();
    for (var found : OrderReader.read(connection, changes.subjectKeys(), ids)) {
      var granted = (Granted) found.order().expire(now, by);
      decided.add(granted);
      transfers.addAll(granted.transfers());
    }
    if (!posting.join(connection, transfers).isWhole()) {
      return -1;
    }
    store(transaction, decided);
    return decided.size();
  }

  /** Writes orders that give up their holds, and their events. */
  static void store(ChangeTransaction transaction, List<Granted> decided) throws SQLException {
    var orders = decided.stream().map(granted -> granted.change().state()).toList();
    new OrderWriter(transaction.connection()).updateStates(orders);
    for (var granted : decided) {
      Order order = granted.change().state();
      for (var event : granted.change().events()) {
        transaction.append(granted.change().act(), event, order.toStore());
      }
    }
  }
}
