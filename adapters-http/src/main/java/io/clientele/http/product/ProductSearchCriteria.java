package io.clientele.http.product;

import io.clientele.domain.product.ProductQuery.Filter;
import io.clientele.domain.product.ProductQuery.Order;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.Sku;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list's parameters that a cursor is bound to: which products, in which order.
 *
 * @param status null for all products that are not retired
 */
record ProductSearchCriteria(
    Order order, @Nullable ProductStatus status, @Nullable String text, @Nullable Sku sku) {
  /** The parameters, in the order of {@link #texts}. */
  static final List<String> NAMES = List.of("sort", "status", "q", "sku");

  private static final Map<String, Order> ORDERS =
      Map.of(
          "createdAt", Order.CREATED,
          "-createdAt", Order.CREATED_DESCENDING,
          "title", Order.TITLE,
          "-title", Order.TITLE_DESCENDING);
  private static final Map<String, ProductStatus> STATUSES =
      Map.of(
          "draft",
          ProductStatus.DRAFT,
          "active",
          ProductStatus.ACTIVE,
          "retired",
          ProductStatus.RETIRED);
  private static final Set<ProductStatus> USUAL = Set.of(ProductStatus.DRAFT, ProductStatus.ACTIVE);

  /** Reads the criteria; notes a fault for each invalid parameter. */
  static ProductSearchCriteria read(
      Function<String, @Nullable String> given, ValidationErrors faults) {
    var order = oneOf("sort", ORDERS, given, faults);
    var text = given.apply("q");
    var sku = given.apply("sku");
    return new ProductSearchCriteria(
        order == null ? Order.CREATED_DESCENDING : order,
        oneOf("status", STATUSES, given, faults),
        text == null ? null : faults.parameter("q", () -> new Filter(USUAL, text, null).text()),
        sku == null ? null : faults.parameter("sku", () -> new Sku(sku)));
  }

  Filter filter() {
    return new Filter(status == null ? USUAL : Set.of(status), text, sku);
  }

  /** Returns the parameters in their canonical form; null for one that selects nothing. */
  List<@Nullable String> texts() {
    return Arrays.asList(
        ORDERS.entrySet().stream()
            .filter(named -> named.getValue() == order)
            .findFirst()
            .orElseThrow()
            .getKey(),
        status == null ? null : ProductJson.name(status),
        text,
        sku == null ? null : sku.value());
  }

  private static <T> @Nullable T oneOf(
      String name,
      Map<String, T> known,
      Function<String, @Nullable String> given,
      ValidationErrors faults) {
    var text = given.apply(name);
    var value = text == null ? null : known.get(text);
    if (text != null && value == null) {
      var names = known.keySet().stream().sorted().toList();
      faults.parameter(name, "must be one of " + String.join(", ", names));
    }
    return value;
  }
}
