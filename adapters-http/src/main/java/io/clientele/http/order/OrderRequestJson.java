package io.clientele.http.order;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.order.PackShipment;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.ReturnRequest;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentPatch;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of commands; answers all their faults with 400. */
final class OrderRequestJson {
  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> MERGE_PATCH =
      Set.of("application/json", "application/merge-patch+json");
  private static final Set<String> LINE = Set.of("line", "quantity");

  private OrderRequestJson() {}

  static Cancellation cancellation(Context http) {
    var faults = new ValidationErrors();
    var members = members(http, JSON, Set.of("reason", "lines"), faults);
    var reason = members.optionalValue("reason", OrderRequestJson::reason);
    var lines = lines(members);
    faults.refuse();
    return new Cancellation(Cause.OPERATIONS, reason, lines);
  }

  private static String reason(String text) {
    return sound(new Cancellation(Cause.OPERATIONS, text, List.of()).reason());
  }

  static PackShipment.Request packing(Context http) {
    var faults = new ValidationErrors();
    var members = members(http, JSON, Set.of("lines", "carrier", "tracking"), faults);
    var lines = lines(members);
    var carrier = members.optionalValue("carrier", OrderRequestJson::carrier);
    var tracking = members.optionalValue("tracking", OrderRequestJson::carrier);
    faults.refuse();
    return new PackShipment.Request(new Shipment.Carriage(carrier, tracking), lines);
  }

  static ReturnRequest returning(Context http) {
    var faults = new ValidationErrors();
    var members = members(http, JSON, Set.of("lines", "refund", "restock"), faults);
    if (members.isAbsent("lines")) {
      members.fault("lines", "is required");
    }
    if (members.isAbsent("refund")) {
      members.fault("refund", "is required");
    }
    var lines = lines(members);
    var isRefunded = members.flag("refund");
    var isRestocked = members.isAbsent("restock") || members.flag("restock");
    faults.refuse();
    return new ReturnRequest(lines, isRefunded, isRestocked);
  }

  /** Reads a merge patch: what it does not name stays. */
  static ShipmentPatch patch(Context http, Shipment.Carriage before) {
    var faults = new ValidationErrors();
    var members = members(http, MERGE_PATCH, Set.of("status", "carrier", "tracking"), faults);
    if (members.has("status") && members.isAbsent("status")) {
      members.fault("status", "must be a status");
    }
    var status = members.optionalValue("status", OrderRequestJson::status);
    var carrier = patched(members, "carrier", before.carrier());
    var tracking = patched(members, "tracking", before.tracking());
    faults.refuse();
    return new ShipmentPatch(status, new Shipment.Carriage(carrier, tracking));
  }

  private static @Nullable String patched(
      JsonObjectReader members, String name, @Nullable String before) {
    return members.has(name) ? members.optionalValue(name, OrderRequestJson::carrier) : before;
  }

  private static String carrier(String text) {
    return sound(new Shipment.Carriage(text, null).carrier());
  }

  private static Shipment.Status status(String text) {
    return switch (text) {
      case "packed" -> Shipment.Status.PACKED;
      case "shipped" -> Shipment.Status.SHIPPED;
      case "delivered" -> Shipment.Status.DELIVERED;
      case "lost" -> Shipment.Status.LOST;
      case "returned" -> Shipment.Status.RETURNED;
      default ->
          throw new InvalidValue("status", "must be packed, shipped, delivered, lost or returned");
    };
  }

  private static JsonObjectReader members(
      Context http, Set<String> mediaTypes, Set<String> known, ValidationErrors faults) {
    return JsonObjectReader.of(RequestBodies.read(http, mediaTypes, faults), known, faults);
  }

  private static List<LineRequest> lines(JsonObjectReader members) {
    var lines = new ArrayList<LineRequest>();
    for (var line : members.objects("lines", LINE, LineRequest.LINES_MAX)) {
      if (line.isAbsent("line")) {
        line.fault("line", "is required");
      }
      var number = line.integer("line", 1, LineRequest.LINES_MAX);
      var quantity = line.value("quantity", LineRequest::parseQuantity);
      if (number != null && quantity != null) {
        lines.add(new LineRequest(number.intValue(), quantity));
      }
    }
    return lines;
  }
}
