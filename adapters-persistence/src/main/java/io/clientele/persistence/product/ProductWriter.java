package io.clientele.persistence.product;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.text.Folding;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductEvent;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.Products.Saved;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TrigramText;
import io.clientele.persistence.ledger.row.PocketWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one change of a product, and tells why they were refused. */
final class ProductWriter {
  private static final String CREATE =
      """
      INSERT INTO product (status, updated_at, title, title_folded, sku_folded, search, text, attributes, id, sku, kind,
        asset, scale, created_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      ON CONFLICT DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE product
      SET status = ?, updated_at = ?, title = ?, title_folded = ?, sku_folded = ?, search = ?, text = ?,
        attributes = ?, version = version + 1
      WHERE id = ? AND version = ?
      """;

  private static final String IS_STORED = "SELECT EXISTS (SELECT FROM product WHERE id = ?)";

  private static final String END_PRICE =
      """
      UPDATE product_price SET to_at = ?
      WHERE product = ? AND currency = ? AND from_at = ? AND to_at IS NOT DISTINCT FROM ?
      """;

  private static final String ADD_PRICE =
      """
      INSERT INTO product_price (product, currency, scale, amount, from_at, to_at) VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final ChangeTransaction transaction;
  private final Connection connection;
  private final Change<Product> change;

  ProductWriter(ChangeTransaction transaction, Change<Product> change) {
    this.transaction = transaction;
    this.connection = transaction.connection();
    this.change = change;
  }

  /** Returns empty once all rows are written; else the refusal. */
  Optional<Saved> write() throws SQLException {
    return change.state().version() == 0 ? create() : update();
  }

  private Optional<Saved> create() throws SQLException {
    var product = change.state();
    var asset = product.unit().asset();
    var values = changeable(product);
    values.add(product.sku().value());
    values.add(product.unit().kind().name());
    values.add(asset == null ? null : asset.value());
    values.add(product.unit().scale());
    values.add(Timestamps.of(product.createdAt()));
    if (Sql.update(connection, CREATE, values.toArray()) == 0) {
      return Optional.of(isStored(product) ? Saved.STALE : Saved.SKU_TAKEN);
    }
    return openStock() ? Optional.empty() : Optional.of(Saved.SKU_TAKEN);
  }

  private boolean openStock() throws SQLException {
    var product = change.state();
    var definition = product.definition(change.act());
    if (definition.isPresent() && !PocketWriter.define(transaction, definition.get())) {
      return false;
    }
    for (var opening : product.openings(change.act())) {
      if (!PocketWriter.open(transaction, opening)) {
        return false;
      }
    }
    return true;
  }

  /** The update locks the row, so the prices of a product are written by one change at a time. */
  private Optional<Saved> update() throws SQLException {
    var values = changeable(change.state());
    values.add(change.state().version());
    if (Sql.update(connection, UPDATE, values.toArray()) == 0) {
      return Optional.of(Saved.STALE);
    }
    for (var event : change.events()) {
      if (event instanceof ProductEvent.Priced priced && !write(priced)) {
        return Optional.of(Saved.PRICE_OVERLAPS);
      }
    }
    return Optional.empty();
  }

  private boolean write(ProductEvent.Priced priced) throws SQLException {
    var id = change.state().id().value();
    var added = priced.added();
    var ended = priced.ended();
    if (ended != null && !end(ended, added.from())) {
      return false;
    }
    try {
      Sql.update(
          connection,
          ADD_PRICE,
          id,
          added.currency().code().value(),
          added.currency().scale(),
          new BigDecimal(added.minor()),
          Timestamps.of(added.from()),
          at(added.to()));
      return true;
    } catch (SQLException e) {
      Sql.violated(e);
      return false;
    }
  }

  private boolean end(ProductPrice ended, Instant at) throws SQLException {
    return Sql.update(
            connection,
            END_PRICE,
            Timestamps.of(at),
            change.state().id().value(),
            ended.currency().code().value(),
            Timestamps.of(ended.from()),
            at(ended.to()))
        == 1;
  }

  private boolean isStored(Product product) throws SQLException {
    return Sql.list(connection, IS_STORED, row -> row.getBoolean(1), product.id().value())
        .getFirst();
  }

  /** The values that an amendment may change and the id, in the order of the statements. */
  private static List<@Nullable Object> changeable(Product product) {
    var details = product.details();
    var title = Folding.folded(details.title());
    var sku = Folding.folded(product.sku().value());
    var values = new ArrayList<@Nullable Object>();
    values.add(product.status().name());
    values.add(Timestamps.of(product.updatedAt()));
    values.add(details.title());
    values.add(title);
    values.add(sku);
    values.add(TrigramText.searchable(title) + " " + TrigramText.searchable(sku));
    values.add(details.text());
    values.add(pairs(details.attributes()));
    values.add(product.id().value());
    return values;
  }

  private static @Nullable Object at(@Nullable Instant at) {
    return at == null ? null : Timestamps.of(at);
  }

  private static String[] pairs(Metadata attributes) {
    var pairs = new ArrayList<String>();
    attributes
        .entries()
        .forEach(
            (key, value) -> {
              pairs.add(key);
              pairs.add(value);
            });
    return pairs.toArray(new String[0]);
  }
}
