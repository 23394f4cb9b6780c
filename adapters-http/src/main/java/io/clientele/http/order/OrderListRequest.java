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
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the list of orders, and the cursor that stands for them on later pages.
 *
 * @param texts the filters in the order of {@link #NAMES}, as the cursor holds them
 */
record OrderListRequest(
    List<@Nullable String> texts, Filter filter, @Nullable Position after, int limit) {
  static final String PATH = "/v1/orders";

  private static final String FORM = "orders-1";
  private static final List<String> NAMES =
      List.of("accountId", "status", "payment", "fulfilment", "number", "placedFrom", "placedTo");

  private static final int CURSOR_FIELDS = NAMES.size() + 3;
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
      return read(query::text, null, limit, faults);
    }
    var page = page(cursor, limit);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return null;
    }
    page.requireSame(query, faults);
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
    if (cursor != null) {
      http.res()
          .setHeader(
              "Link", "<%s?cursor=%s&limit=%d>; rel=\"next\"".formatted(PATH, cursor, limit));
    }
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("data");
          page.forEach(order -> OrderJson.write(json, order));
          json.writeEndArray();
          if (cursor != null) {
            json.writeStringProperty("nextCursor", cursor);
          }
          json.writeEndObject();
        });
  }

  private String cursor(Order last) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(FORM);
    fields.addAll(texts);
    fields.add(Rfc3339.write(last.placedAt()));
    fields.add(last.id().toString());
    return Cursor.write(fields);
  }

  private static @Nullable OrderListRequest page(String cursor, int limit) {
    var fields = Cursor.read(cursor, FORM, CURSOR_FIELDS);
    if (fields == null) {
      return null;
    }
    var at = Rfc3339.parse(String.valueOf(fields.get(CURSOR_FIELDS - 2)));
    var id = id(String.valueOf(fields.get(CURSOR_FIELDS - 1)));
    var faults = new ValidationErrors();
    return at == null || id == null
        ? null
        : read(name -> fields.get(1 + NAMES.indexOf(name)), new Position(at, id), limit, faults);
  }

  private static @Nullable OrderId id(String text) {
    try {
      return OrderId.parse(text);
    } catch (InvalidValue forged) {
      return null;
    }
  }

  private static @Nullable OrderListRequest read(
      Function<String, @Nullable String> given,
      @Nullable Position after,
      int limit,
      ValidationErrors faults) {
    var filter =
        new Filter(
            value("accountId", given, AccountId::parse, faults),
            value("status", given, text -> constant(Status.values(), text), faults),
            value("payment", given, text -> constant(Payment.values(), text), faults),
            value("fulfilment", given, text -> constant(Fulfilment.values(), text), faults),
            value("number", given, OrderNumber::new, faults),
            time("placedFrom", given, faults),
            time("placedTo", given, faults));
    var texts = new ArrayList<@Nullable String>();
    NAMES.forEach(name -> texts.add(given.apply(name)));
    return faults.isEmpty() ? new OrderListRequest(texts, filter, after, limit) : null;
  }

  private static @Nullable Instant time(
      String name, Function<String, @Nullable String> given, ValidationErrors faults) {
    return Rfc3339.parameter(name, given.apply(name), faults);
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

  private static <T> @Nullable T value(
      String name,
      Function<String, @Nullable String> given,
      Function<String, T> parse,
      ValidationErrors faults) {
    var text = given.apply(name);
    return text == null ? null : faults.parameter(name, () -> parse.apply(text));
  }

  /** With a cursor the filters may be left out; what is given must be what it was. */
  private void requireSame(QueryParameters query, ValidationErrors faults) {
    for (var i = 0; i < NAMES.size(); i++) {
      var now = query.text(NAMES.get(i));
      if (now != null && !Objects.equals(now, texts.get(i))) {
        faults.parameter(NAMES.get(i), "must be equal to its value in the cursor");
      }
    }
  }
}
