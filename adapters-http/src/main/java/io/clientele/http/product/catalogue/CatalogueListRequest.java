package io.clientele.http.product.catalogue;

import io.clientele.application.product.catalogue.BrowseCatalogue;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductQuery.Order;
import io.clientele.domain.product.ProductQuery.Position;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the catalogue, and the cursor that stands for them on later pages. */
record CatalogueListRequest(
    String sort, @Nullable String text, @Nullable Position after, int limit) {
  static final String PATH = "/store/v1/products";

  private static final String FORM = "catalogue-1";
  private static final String NEWEST = "-createdAt";
  private static final Map<String, Order> ORDERS =
      Map.of(
          NEWEST, Order.CREATED_DESCENDING, "title", Order.TITLE, "-title", Order.TITLE_DESCENDING);
  private static final int TEXT_MIN = 3;
  private static final int TEXT_MAX = 100;
  private static final int CURSOR_FIELDS = 5;
  private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "sort", "q");

  static CatalogueListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var sort = query.text("sort");
    if (sort != null && !ORDERS.containsKey(sort)) {
      faults.parameter("sort", "must be one of -createdAt, -title, title");
    }
    var text = text(query.text("q"), faults);
    var given = new CatalogueListRequest(sort == null ? NEWEST : sort, text, null, limit);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return given;
    }
    var page = page(cursor, limit);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return given;
    }
    page.requireSame("sort", sort, page.sort, faults);
    page.requireSame("q", text, page.text, faults);
    return page;
  }

  BrowseCatalogue.Request request() {
    return new BrowseCatalogue.Request(
        Objects.requireNonNull(ORDERS.get(sort)), text, after, limit);
  }

  /** The cursor of the page that begins after this position. */
  String cursor(Position position) {
    var value =
        switch (position) {
          case Position.Created(var at, _) -> Rfc3339.write(at);
          case Position.Titled(var folded, _) -> folded;
        };
    return Cursor.write(Arrays.asList(FORM, sort, text, value, position.id().toString()));
  }

  /** The {@code Link} to the page of this cursor. */
  String link(String cursor) {
    return "<%s?cursor=%s&limit=%d>; rel=\"next\"".formatted(PATH, cursor, limit);
  }

  private static @Nullable String text(@Nullable String given, ValidationErrors faults) {
    return given == null
        ? null
        : faults.parameter("q", () -> TextRules.line("q", given, TEXT_MIN, TEXT_MAX));
  }

  /** Returns the page of a cursor; null if this service did not issue the cursor. */
  private static @Nullable CatalogueListRequest page(String cursor, int limit) {
    var fields = Cursor.read(cursor, FORM, CURSOR_FIELDS);
    var sort = fields == null ? null : fields.get(1);
    if (fields == null || sort == null || !ORDERS.containsKey(sort)) {
      return null;
    }
    var faults = new ValidationErrors();
    var text = text(fields.get(2), faults);
    var after = position(sort, fields);
    return after == null || !faults.isEmpty()
        ? null
        : new CatalogueListRequest(sort, text, after, limit);
  }

  private static @Nullable Position position(String sort, List<@Nullable String> fields) {
    try {
      var value = String.valueOf(fields.get(3));
      var id = ProductId.parse(String.valueOf(fields.get(4)));
      if (!sort.equals(NEWEST)) {
        return new Position.Titled(value, id);
      }
      var at = Rfc3339.parse(value);
      return at == null ? null : new Position.Created(at, id);
    } catch (InvalidValue forged) {
      return null;
    }
  }

  private void requireSame(
      String name, @Nullable String given, @Nullable String before, ValidationErrors faults) {
    if (given != null && !given.equals(before)) {
      faults.parameter(name, "must be equal to its value in the cursor");
    }
  }
}
