package io.clientele.persistence.product;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPage;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.ProductQuery.Position;
import io.clientele.domain.product.Products;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.BatchedLookups;
import io.clientele.persistence.jdbc.BatchedSetLookups;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.ReadRouter;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Products in PostgreSQL. */
public final class JdbcProducts implements Products {
  private static final ChangeResults<Saved> RESULTS =
      new ChangeResults<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final Sql sql;
  private final ReadRouter reads;
  private final ChangeStore changes;
  private final BatchedSetLookups<ProductId, Product> lookups;

  public JdbcProducts(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.reads = database.reads();
    this.changes = changes;
    this.lookups =
        new BatchedSetLookups<>(
            "products",
            BatchedLookups.PATIENCE,
            ids -> sql.run(connection -> find(connection, ids)));
  }

  @Override
  public Saved save(Change<Product> change) {
    return changes.store(
        sql,
        change,
        change.state().toStore(),
        RESULTS,
        transaction -> new ProductWriter(transaction, change).write());
  }

  @Override
  public Optional<Product> find(ProductId id) {
    return Optional.ofNullable(findAll(List.of(id)).get(id));
  }

  @Override
  public Map<ProductId, Product> findAll(Collection<ProductId> ids) {
    return lookups.find(ids);
  }

  @Override
  public ProductPage list(ProductQuery query) {
    return reads.transaction(connection -> list(connection, query));
  }

  private static ProductPage list(Connection connection, ProductQuery query) throws SQLException {
    var sql = new ProductListQuery(query);
    var positions = sql.positions(connection);
    var isLast = positions.size() <= query.limit();
    var shown = isLast ? positions : positions.subList(0, query.limit());
    var found = find(connection, shown.stream().map(Position::id).toList());
    return new ProductPage(
        shown.stream().map(position -> Objects.requireNonNull(found.get(position.id()))).toList(),
        isLast ? null : shown.getLast(),
        query.withTotal() ? sql.total(connection) : null);
  }

  private static Map<ProductId, Product> find(Connection connection, Collection<ProductId> ids)
      throws SQLException {
    var rows = new ProductRow();
    Sql.each(
        connection,
        ProductRow.FIND,
        rows::take,
        Sql.uuids(connection, ids.stream().map(ProductId::value).toList()));
    return rows.products();
  }
}
