package io.clientele.persistence.product;

import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.product.PriceList;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Sku;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads products, one row for each price that is not over. */
final class ProductRow {
  static final String FIND =
      """
      SELECT product.id, product.sku, product.kind, product.asset, product.scale, product.title, product.text,
        product.attributes, product.status, product.created_at, product.updated_at, product.version,
        price.currency, price.scale, price.amount, price.from_at, price.to_at
      FROM product
      LEFT JOIN product_price AS price
        ON price.product = product.id AND (price.to_at IS NULL OR price.to_at > clock_timestamp())
      WHERE product.id = ANY (?)
      """;

  private static final int PRICE = 13;

  private final Map<ProductId, Product> products = new HashMap<>();
  private final Map<ProductId, List<ProductPrice>> prices = new HashMap<>();

  /** Takes the next row. */
  void take(ResultSet row) throws SQLException {
    var id = new ProductId(row.getObject(1, UUID.class));
    if (!products.containsKey(id)) {
      products.put(id, product(row, id));
    }
    if (row.getString(PRICE) != null) {
      prices.computeIfAbsent(id, first -> new ArrayList<>()).add(price(row));
    }
  }

  /** Returns the products of all rows, with their prices. */
  Map<ProductId, Product> products() {
    var all = new HashMap<ProductId, Product>();
    products.forEach(
        (id, product) ->
            all.put(id, with(product, new PriceList(prices.getOrDefault(id, List.of())))));
    return all;
  }

  private static Product with(Product product, PriceList prices) {
    return new Product(
        product.id(),
        product.sku(),
        product.unit(),
        product.details(),
        product.status(),
        prices,
        product.createdAt(),
        product.updatedAt(),
        product.version());
  }

  private static Product product(ResultSet row, ProductId id) throws SQLException {
    var kind = ProductUnit.Kind.valueOf(row.getString(3));
    return new Product(
        id,
        new Sku(row.getString(2)),
        new ProductUnit(kind, asset(row.getString(4)), row.getInt(5)),
        new ProductDetails(
            row.getString(6), row.getString(7), pairs((String[]) row.getArray(8).getArray())),
        ProductStatus.valueOf(row.getString(9)),
        PriceList.NONE,
        Timestamps.instant(row, 10),
        Timestamps.instant(row, 11),
        row.getLong(12));
  }

  private static @Nullable AssetCode asset(@Nullable String code) {
    return code == null ? null : new AssetCode(code);
  }

  private static ProductPrice price(ResultSet row) throws SQLException {
    return new ProductPrice(
        new Asset(new AssetCode(row.getString(PRICE)), row.getInt(PRICE + 1), Asset.Kind.MONEY),
        row.getBigDecimal(PRICE + 2).toBigIntegerExact(),
        Timestamps.instant(row, PRICE + 3),
        Timestamps.instantOrNull(row, PRICE + 4));
  }

  private static Metadata pairs(String[] pairs) {
    var entries = new HashMap<String, String>();
    for (var i = 0; i < pairs.length; i += 2) {
      entries.put(pairs[i], pairs[i + 1]);
    }
    return new Metadata(entries);
  }
}
