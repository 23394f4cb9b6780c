package io.clientele.http.order.customer;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.order.placing.OrderRequest;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.order.Address;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.product.ProductId;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body that places an order; answers all its faults with 400. */
final class OrderCreationJson {
  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> MEMBERS = Set.of("currency", "lines", "address", "pay");
  private static final Set<String> LINE = Set.of("productId", "quantity", "unitPrice");

  private OrderCreationJson() {}

  static OrderRequest read(Context http) {
    var faults = new ValidationErrors();
    var members = JsonObjectReader.of(RequestBodies.read(http, JSON, faults), MEMBERS, faults);
    var currency = members.value("currency", AssetCode::new);
    var address = members.optionalValue("address", Address::new);
    var isPaid = members.flag("pay");
    if (members.isAbsent("lines")) {
      members.fault("lines", "is required");
    }
    var lines = lines(members);
    faults.refuse();
    var request = faults.body(() -> new OrderRequest(sound(currency), lines, address, isPaid));
    faults.refuse();
    return sound(request);
  }

  private static List<OrderRequest.Line> lines(JsonObjectReader members) {
    var lines = new ArrayList<OrderRequest.Line>();
    for (var object : members.objects("lines", LINE, LineRequest.LINES_MAX)) {
      var line = line(object);
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static OrderRequest.@Nullable Line line(JsonObjectReader object) {
    var product = object.value("productId", ProductId::parse);
    var quantity = object.value("quantity", LineRequest::parseQuantity);
    var unitPrice = object.optionalValue("unitPrice", Amount::requireShape);
    return product == null || quantity == null
        ? null
        : new OrderRequest.Line(product, quantity, unitPrice);
  }
}
