package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.posting.Companion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Places orders in the batches of the ledger. Once the pockets of a batch are locked, known ids,
 * products, prices and the number of held orders are read; each order is then judged in its turn,
 * and its rows are written with its transfers.
 */
final class OrderPlacing implements Companion<PlacementItem> {
  /** Whether a known order is of this account and has this digest. */
  private static final String KNOWN =
      "SELECT account_id = ? AND coalesce(digest = ?::bytea, false) FROM orders WHERE id = ?";

  private final OrderSecrets secrets;
  private final SubjectKeys keys;

  OrderPlacing(SubjectKeys keys) {
    this.secrets = new OrderSecrets(keys);
    this.keys = keys;
  }

  @Override
  public Judgement<PlacementItem> judge(Connection connection, List<PlacementItem> items)
      throws SQLException {
    items.forEach(PlacementItem::begin);
    return new PlacementJudgement(secrets, PlacementFacts.read(connection, items));
  }

  /** Empty for an id that is not known. */
  Optional<Placed> known(Connection connection, OrderId id, AccountId account, String request)
      throws SQLException {
    var known =
        Sql.list(
            connection,
            KNOWN,
            row -> row.getBoolean(1),
            account.value(),
            secrets.digest(connection, account, request),
            id.value());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(known.getFirst() ? replayed(connection, id) : new Placed.Different());
  }

  private Placed replayed(Connection connection, OrderId id) throws SQLException {
    var found = OrderReader.read(connection, keys, List.of(id.value())).getFirst();
    return new Placed.Replayed(found.order().at(found.now()));
  }
}
