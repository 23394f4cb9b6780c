package io.clientele.bootstrap.api;

import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderNumber;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.StockPockets;
import io.clientele.testbed.server.PostgresProcess;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;

/** Places orders by SQL, with their holds: no call of the operations front places one. */
public final class HeldOrderRows {
  private static final Random RANDOM = new Random();

  private static final String ROWS =
      """
      INSERT INTO transfer (id, booked_at, kind, leg_from, leg_to, leg_asset, leg_amount, is_final, expires_in,
        hold_owner, reason, actor)
      SELECT '{hold}', now(), 'held', ARRAY['{main}']::uuid[], ARRAY['{sold}']::uuid[], ARRAY[asset], ARRAY[2],
        false, 900, 'order:{id}', 'order-hold', 'tour'
      FROM product WHERE id = '{product}';
      INSERT INTO hold (transfer, leg, pocket, rest, expires_at, owner)
      VALUES ('{hold}', 1, '{main}', 2, now() + interval '15 minutes', 'order:{id}');
      WITH changed AS (
        UPDATE balance SET held = held + 2, seq = seq + 1, booked_at = now() WHERE pocket = '{main}'
        RETURNING pocket, seq, posted, held, booked_at
      )
      INSERT INTO entry (pocket, seq, booked_at, transfer, leg, delta, held_delta, posted_after, held_after)
      SELECT pocket, seq, booked_at, '{hold}', 1, 0, 2, posted, held FROM changed;
      INSERT INTO orders (id, version, number, account_id, status, payment, fulfilment, currency, scale, total,
        refunded, placed_at, expires_at)
      VALUES ('{id}', 1, '{number}', '{account}', 'OPEN', 'HELD', 'NONE', '{currency}', 2, 0, 0, now(),
        now() + interval '15 minutes');
      INSERT INTO order_line (order_id, line, product, sku, title, kind, asset, scale, quantity, unit_price, price_at,
        shipped, returned, cancelled)
      SELECT '{id}', 1, id, sku, title, kind, asset, scale, 2, 0, now(), 0, 0, 0 FROM product WHERE id = '{product}';
      """;

  private HeldOrderRows() {}

  /** Places a held order of two of a product, which costs nothing, and returns its id. */
  public static String place(
      PostgresProcess postgres, String database, String account, String product, String currency) {
    var id = new OrderId(Uuid7.of(Instant.now(), RANDOM));
    var stock = StockPockets.of(ProductId.parse(product));
    var rows =
        ROWS.replace("{id}", id.toString())
            .replace("{hold}", id.hold().toString())
            .replace("{main}", stock.main().toString())
            .replace("{sold}", stock.sold().toString())
            .replace("{number}", OrderNumber.of(RANDOM).value())
            .replace("{account}", account)
            .replace("{product}", product)
            .replace("{currency}", currency);
    try {
      postgres.runIn(database, rows);
      return id.toString();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
