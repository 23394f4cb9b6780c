package io.clientele.http.product;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.ProductQuery.Order;
import io.clientele.domain.product.ProductQuery.Position;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of products, and the cursor that stands for them on later pages. */
record ProductListRequest(
    ProductSearchCriteria selection, @Nullable Position after, int limit, boolean withTotal) {
  static final String PATH = "/v1/products";

  private static final String FORM = "products-1";
  private static final int CURSOR_FIELDS = ProductSearchCriteria.NAMES.size() + 3;
  private static final Set<String> PARAMETERS =
      Set.of("limit", "cursor", "include", "sort", "status", "q", "sku");

  static ProductListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var given = ProductSearchCriteria.read(query::text, faults);
    var limit = query.limit(faults);
    var withTotal = !query.list("include", List.of("total"), faults).isEmpty();
    var cursor = query.text("cursor");
    if (cursor == null) {
      return new ProductListRequest(given, null, limit, withTotal);
    }
    var page = page(cursor, limit, withTotal);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return new ProductListRequest(given, null, limit, withTotal);
    }
    page.requireSame(query, given, faults);
    return page;
  }

  ProductQuery query() {
    return new ProductQuery(selection.filter(), selection.order(), after, limit, withTotal);
  }

  /** The cursor of the page that begins after this position. */
  String cursor(Position position) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(FORM);
    fields.addAll(selection.texts());
    fields.add(
        switch (position) {
          case Position.Created(var at, _) -> Rfc3339.write(at);
          case Position.Titled(var folded, _) -> folded;
        });
    fields.add(position.id().toString());
    return Cursor.write(fields);
  }

  /** The value of the Link header that leads to the page of this cursor. */
  String link(String cursor) {
    return "<%s?cursor=%s&limit=%d%s>; rel=\"next\""
        .formatted(PATH, cursor, limit, withTotal ? "&include=total" : "");
  }

  /** Returns the page of a cursor; null if this service did not issue the cursor. */
  private static @Nullable ProductListRequest page(String cursor, int limit, boolean withTotal) {
    var fields = Cursor.read(cursor, FORM, CURSOR_FIELDS);
    if (fields == null) {
      return null;
    }
    var faults = new ValidationErrors();
    var selection =
        ProductSearchCriteria.read(
            name -> fields.get(1 + ProductSearchCriteria.NAMES.indexOf(name)), faults);
    var after =
        position(selection.order(), fields.get(CURSOR_FIELDS - 2), fields.get(CURSOR_FIELDS - 1));
    return faults.isEmpty() && after != null
        ? new ProductListRequest(selection, after, limit, withTotal)
        : null;
  }

  private static @Nullable Position position(
      Order order, @Nullable String value, @Nullable String id) {
    if (value == null || id == null) {
      return null;
    }
    try {
      var product = ProductId.parse(id);
      return switch (order) {
        case CREATED, CREATED_DESCENDING -> {
          var at = Rfc3339.parse(value);
          yield at == null ? null : new Position.Created(at, product);
        }
        case TITLE, TITLE_DESCENDING -> new Position.Titled(value, product);
      };
    } catch (InvalidValue forged) {
      return null;
    }
  }

  /** With a cursor the selection may be left out; what is given must be what it was. */
  private void requireSame(
      QueryParameters query, ProductSearchCriteria given, ValidationErrors faults) {
    for (var i = 0; i < ProductSearchCriteria.NAMES.size(); i++) {
      var name = ProductSearchCriteria.NAMES.get(i);
      var isGiven = query.text(name) != null;
      if (isGiven && !Objects.equals(given.texts().get(i), selection.texts().get(i))) {
        faults.parameter(name, "must be equal to its value in the cursor");
      }
    }
  }
}
