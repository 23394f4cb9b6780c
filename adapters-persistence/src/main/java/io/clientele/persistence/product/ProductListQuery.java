package io.clientele.persistence.product;

import io.clientele.domain.kernel.text.SearchTerm;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPage.Total;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.ProductQuery.Position;
import io.clientele.domain.product.ProductStatus;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.jdbc.TransactionSettings;
import io.clientele.persistence.jdbc.TrigramText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * The SQL of one list. Each selected status is a scan along its own index, from the end of the
 * previous page; the scans are merged. The SQL consists of constants only.
 */
final class ProductListQuery {
  private static final String IS_PART =
      " AND search LIKE ? AND (strpos(title_folded, ?) > 0 OR strpos(sku_folded, ?) > 0)";
  private static final String IS_BEGINNING =
      " AND (title_folded >= ? AND title_folded < ? OR sku_folded >= ? AND sku_folded < ?)";

  private final ProductQuery query;
  private final @Nullable SearchTerm term;
  private final List<ProductStatus> statuses;
  private final boolean isByTitle;
  private final boolean isBackwards;

  ProductListQuery(ProductQuery query) {
    this.query = query;
    var text = query.filter().text();
    this.term = text == null ? null : SearchTerm.of(text);
    this.statuses = query.filter().statuses().stream().sorted().toList();
    this.isByTitle =
        switch (query.order()) {
          case TITLE, TITLE_DESCENDING -> true;
          case CREATED, CREATED_DESCENDING -> false;
        };
    this.isBackwards =
        switch (query.order()) {
          case CREATED_DESCENDING, TITLE_DESCENDING -> true;
          case CREATED, TITLE -> false;
        };
  }

  /** Reads the positions of the page, and one more if there is one. */
  List<Position> positions(Connection connection) throws SQLException {
    TransactionSettings.readInIndexOrder(connection);
    var value = isByTitle ? "title_folded" : "created_at";
    var walk =
        "(SELECT "
            + value
            + " AS place, id"
            + selection()
            + (query.after() == null
                ? ""
                : " AND (" + value + ", id) " + (isBackwards ? "<" : ">") + " (?, ?)")
            + ordered(value)
            + " LIMIT ?)";
    var sql = perStatus(walk) + (statuses.size() > 1 ? ordered("place") + " LIMIT ?" : "");
    var binds = new ArrayList<>();
    for (var status : statuses) {
      binds.addAll(selectionBinds(status));
      if (query.after() != null) {
        binds.add(value(query.after()));
        binds.add(query.after().id().value());
      }
      binds.add(query.limit() + 1);
    }
    if (statuses.size() > 1) {
      binds.add(query.limit() + 1);
    }
    return run(connection, sql, binds, this::position);
  }

  /** Counts the products; stops at one more than the greatest exact total. */
  Total total(Connection connection) throws SQLException {
    var limit = " LIMIT " + (Total.EXACT_MAX + 1);
    var sql =
        "SELECT count(*) FROM ("
            + perStatus("(SELECT 1" + selection() + limit + ")")
            + limit
            + ") AS counted";
    var binds = statuses.stream().flatMap(status -> selectionBinds(status).stream()).toList();
    return Total.of(run(connection, sql, binds, row -> row.getLong(1)).getFirst());
  }

  private String perStatus(String walk) {
    return statuses.stream().map(status -> walk).collect(Collectors.joining(" UNION ALL "));
  }

  private String ordered(String value) {
    return isBackwards ? " ORDER BY " + value + " DESC, id DESC" : " ORDER BY " + value + ", id";
  }

  private String selection() {
    return " FROM product WHERE status = ?"
        + (query.filter().sku() == null ? "" : " AND sku = ?")
        + (term == null ? "" : condition(term));
  }

  private List<Object> selectionBinds(ProductStatus status) {
    var binds = new ArrayList<>();
    binds.add(status.name());
    var sku = query.filter().sku();
    if (sku != null) {
      binds.add(sku.value());
    }
    if (term != null) {
      binds.addAll(conditionBinds(term));
    }
    return binds;
  }

  private static String condition(SearchTerm term) {
    if (term.isEmpty()) {
      return " AND false";
    }
    return term.isAnyPart() ? IS_PART : IS_BEGINNING;
  }

  private static List<Object> conditionBinds(SearchTerm term) {
    var folded = term.folded();
    if (term.isEmpty()) {
      return List.of();
    }
    var above = TrigramText.above(folded);
    return term.isAnyPart()
        ? List.of(TrigramText.pattern(folded), folded, folded)
        : List.of(folded, above, folded, above);
  }

  private Position position(ResultSet row) throws SQLException {
    var id = new ProductId(row.getObject(2, UUID.class));
    return isByTitle
        ? new Position.Titled(row.getString(1), id)
        : new Position.Created(Timestamps.instant(row, 1), id);
  }

  private static Object value(Position position) {
    return switch (position) {
      case Position.Created(var at, _) -> Timestamps.of(at);
      case Position.Titled(var folded, _) -> folded;
    };
  }

  /** The best index depends on the values, so each execution is planned. */
  private static <T> List<T> run(
      Connection connection, String sql, List<Object> binds, Sql.Row<T> row) throws SQLException {
    var all = new ArrayList<T>();
    try (var statement = connection.prepareStatement(sql)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      Sql.each(statement, sql, set -> all.add(row.read(set)), binds.toArray());
    }
    return all;
  }
}
