package io.clientele.http.order.customer;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.summary.OrderSummary;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.paging.FilterTexts;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of a customer's orders, and its cursor. */
record OwnOrderListRequest(OrderQuery.@Nullable Position after, int limit) {
  static final String PATH = "/store/v1/me/orders";

  private static final String FORM = "own-orders-1";
  private static final Set<String> PARAMETERS = Set.of("limit", "cursor");
  private static final FilterTexts NO_FILTERS = new FilterTexts(List.of(), List.of());

  static OwnOrderListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var cursor = query.text("cursor");
    var after = cursor == null ? null : position(cursor);
    if (cursor != null && after == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
    }
    return new OwnOrderListRequest(after, limit);
  }

  private static OrderQuery.@Nullable Position position(String cursor) {
    var later = FilterTexts.read(cursor, FORM, List.of());
    try {
      return later == null ? null : new OrderQuery.Position(later.at(), OrderId.parse(later.id()));
    } catch (InvalidValue forged) {
      return null;
    }
  }

  /**
   * Sends a page.
   *
   * @param read one order more than the page has, if there are more
   */
  void answer(Context http, List<OrderSummary> read) throws IOException {
    var page = read.subList(0, Math.min(limit, read.size()));
    var cursor = read.size() > limit ? cursor(page.getLast()) : null;
    new PageResponse<>(page, OwnOrderJson::write, cursor).answer(http, PATH, limit);
  }

  private static String cursor(OrderSummary last) {
    return NO_FILTERS.cursor(FORM, last.placedAt(), last.id().toString());
  }
}
