package io.clientele.http.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderNumber;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.OrderQuery.Filter;
import io.clientele.domain.order.OrderQuery.Position;
import io.clientele.domain.order.OrderState.Fulfilment;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.OrderState.Status;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.paging.FilterTexts;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the list of orders, and the cursor that stands for them on later pages.
 *
 * @param texts the filters as the cursor holds them
 */
record OrderListRequest(FilterTexts texts, Filter filter, @Nullable Position after, int limit) {
  static final String PATH = "/v1/orders";

  private static final String FORM = "orders-1";
  private static final List<String> NAMES =
      List.of("accountId", "status", "payment", "fulfilment", "number", "placedFrom", "placedTo");

  private static final Set<String> PARAMETERS =
      Set.of(
          "limit",
          "cursor",
          "accountId",
          "status",
          "payment",
          "fulfilment",
          "number",
          "placedFrom",
          "placedTo");

  /** Returns the request; null if a fault was noted. */
  static @Nullable OrderListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return read(FilterTexts.of(NAMES, query::text), null, limit, faults);
    }
    var page = page(cursor, limit);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return null;
    }
    page.texts.requireSame(query, faults);
    return page;
  }

  OrderQuery query() {
    return new OrderQuery(filter, after, limit);
  }

  /**
   * Sends a page.
   *
   * @param read one order more than the page has, if there are more
   */
  void answer(Context http, List<Order> read) throws IOException {
    var page = read.subList(0, Math.min(limit, read.size()));
    var cursor = read.size() > limit ? cursor(page.getLast()) : null;
    new PageResponse<>(page, OrderJson::write, cursor).answer(http, PATH, limit);
  }

  private String cursor(Order last) {
    return texts.cursor(FORM, last.placedAt(), last.id().toString());
  }

  private static @Nullable OrderListRequest page(String cursor, int limit) {
    var later = FilterTexts.read(cursor, FORM, NAMES);
    var id = later == null ? null : id(later.id());
    return later == null || id == null
        ? null
        : read(later.filters(), new Position(later.at(), id), limit, new ValidationErrors());
  }

  private static @Nullable OrderId id(String text) {
    try {
      return OrderId.parse(text);
    } catch (InvalidValue forged) {
      return null;
    }
  }

  private static @Nullable OrderListRequest read(
      FilterTexts texts, @Nullable Position after, int limit, ValidationErrors faults) {
    var filter =
        new Filter(
            texts.value("accountId", AccountId::parse, faults),
            texts.value("status", text -> constant(Status.values(), text), faults),
            texts.value("payment", text -> constant(Payment.values(), text), faults),
            texts.value("fulfilment", text -> constant(Fulfilment.values(), text), faults),
            texts.value("number", OrderNumber::new, faults),
            texts.time("placedFrom", faults),
            texts.time("placedTo", faults));
    return faults.isEmpty() ? new OrderListRequest(texts, filter, after, limit) : null;
  }

  private static <E extends Enum<E>> E constant(E[] all, String text) {
    for (var one : all) {
      if (OrderFields.name(one).equals(text)) {
        return one;
      }
    }
    var names = Arrays.stream(all).map(OrderFields::name).collect(Collectors.joining(", "));
    throw new InvalidValue("value", "must be one of " + names);
  }
}
