package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.order.Address;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderContent;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderNumber;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.OrderSum;
import io.clientele.domain.order.Orders.Found;
import io.clientele.domain.order.line.LineUnits;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.OrderedItem;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.domain.product.ProductId;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.EncryptedKey;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads whole orders by their ids, in one round trip. Used once. */
final class OrderReader {
  private static final String READ =
      """
      SELECT order_id, line, product, sku, title, kind, asset, scale, quantity, unit_price, price_at,
        shipped, returned, cancelled
      FROM order_line WHERE order_id = ANY (?) ORDER BY order_id, line;
      SELECT order_id, id, version, lines, units, carrier, tracking, status, packed_at, shipped_at, ended_at
      FROM shipment WHERE order_id = ANY (?) ORDER BY packed_at, id;
      SELECT id, version, number, orders.account_id, status, payment, fulfilment, cause, reason, currency,
        scale, total, refunded, placed_at, expires_at, address, wrapped, wrapped_by, clock_timestamp()
      FROM orders LEFT JOIN subject_key ON subject_key.account_id = orders.account_id
      WHERE id = ANY (?)
      """;

  private static final String CLOCK = "SELECT clock_timestamp()";

  private final SubjectKeys keys;
  private final Map<UUID, List<OrderLine>> lines = new HashMap<>();
  private final Map<UUID, List<Shipment>> shipments = new HashMap<>();
  private final Map<UUID, Found> orders = new HashMap<>();

  private OrderReader(SubjectKeys keys) {
    this.keys = keys;
  }

  /** Returns those orders that exist as they are stored, in the order of the ids. */
  static List<Found> read(Connection connection, SubjectKeys keys, Collection<UUID> ids)
      throws SQLException {
    var reader = new OrderReader(keys);
    var array = Sql.uuids(connection, ids);
    Sql.queries(
        connection,
        READ,
        List.of(reader::line, reader::shipment, reader::order),
        array,
        array,
        array);
    var found = new LinkedHashMap<UUID, Found>();
    ids.forEach(id -> found.computeIfAbsent(id, reader.orders::get));
    return List.copyOf(found.values());
  }

  /** The time by the clock of the server, not of the transaction. */
  static Instant clock(Connection connection) throws SQLException {
    return Sql.list(connection, CLOCK, row -> Timestamps.instant(row, 1)).getFirst();
  }

  private void line(ResultSet row) throws SQLException {
    var asset = row.getString(7);
    var item =
        new OrderedItem(
            new ProductId(row.getObject(3, UUID.class)),
            row.getString(4),
            row.getString(5),
            OrderedItem.Kind.valueOf(row.getString(6)),
            asset == null ? null : new AssetCode(asset),
            row.getInt(8),
            minor(row, 10),
            Timestamps.instant(row, 11));
    lines
        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
        .add(
            new OrderLine(
                row.getInt(2),
                item,
                minor(row, 9),
                minor(row, 12),
                minor(row, 13),
                minor(row, 14)));
  }

  private void shipment(ResultSet row) throws SQLException {
    var numbers = (Short[]) row.getArray(4).getArray();
    var units = (BigDecimal[]) row.getArray(5).getArray();
    var parts = new ArrayList<LineUnits>();
    for (var i = 0; i < numbers.length; i++) {
      parts.add(new LineUnits(numbers[i], units[i].toBigIntegerExact()));
    }
    var carriage = new Shipment.Carriage(row.getString(6), row.getString(7));
    shipments
        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
        .add(
            new Shipment(
                new ShipmentId(row.getObject(2, UUID.class)),
                parts,
                carriage,
                Shipment.Status.valueOf(row.getString(8)),
                Timestamps.instant(row, 9),
                Timestamps.instantOrNull(row, 10),
                Timestamps.instantOrNull(row, 11),
                row.getLong(3)));
  }

  private void order(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var currency = new Asset(new AssetCode(row.getString(10)), row.getInt(11), Asset.Kind.MONEY);
    var order =
        new Order(
            new OrderId(id),
            new OrderNumber(row.getString(3)),
            new AccountId(row.getObject(4, UUID.class)),
            new OrderContent(
                state(row),
                new OrderSum(currency, minor(row, 12), minor(row, 13)),
                lines.getOrDefault(id, List.of()),
                shipments.getOrDefault(id, List.of())),
            Timestamps.instant(row, 14),
            Timestamps.instant(row, 15),
            address(row, id),
            row.getLong(2));
    orders.put(id, new Found(order, now(row)));
  }

  private static Instant now(ResultSet row) throws SQLException {
    return Timestamps.instant(row, 19);
  }

  private static OrderState state(ResultSet row) throws SQLException {
    var cause = row.getString(8);
    return new OrderState(
        OrderState.Status.valueOf(row.getString(5)),
        OrderState.Payment.valueOf(row.getString(6)),
        OrderState.Fulfilment.valueOf(row.getString(7)),
        cause == null ? null : OrderState.Cause.valueOf(cause),
        row.getString(9));
  }

  /** Null if there is none, or the key of the account is destroyed. */
  private @Nullable Address address(ResultSet row, UUID id) throws SQLException {
    var sealed = row.getBytes(16);
    var wrapped = row.getBytes(17);
    if (sealed == null || wrapped == null) {
      return null;
    }
    var account = row.getObject(4, UUID.class);
    var key = keys.unwrapped(new EncryptedKey(account, wrapped, row.getString(18)));
    return AesGcm.opened(key, id, sealed)
        .map(plain -> new Address(new String(plain, StandardCharsets.UTF_8)))
        .orElseThrow(() -> new IllegalStateException("an address is not what was sealed"));
  }

  private static BigInteger minor(ResultSet row, int column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }
}
