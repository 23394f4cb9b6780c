package io.clientele.http.order;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.line.Shipment;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes shipments. */
final class ShipmentJson {
  private ShipmentJson() {}

  /** Returns the 201 response for the newest shipment of an order. */
  static ReplayableResponse packed(Order order) {
    var shipment = order.shipments().getLast();
    return response(201, "/v1/shipments/" + shipment.id(), order, shipment);
  }

  /** Returns the 200 response that shows a shipment of an order. */
  static ReplayableResponse shown(Order order, ShipmentId id) {
    var shipment =
        order.shipments().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a shipment is on another order"));
    return response(200, null, order, shipment);
  }

  private static ReplayableResponse response(
      int status, @Nullable String location, Order order, Shipment shipment) {
    var body = JsonWriter.write(json -> write(json, order, shipment));
    var tag = EntityTags.of(shipment.version());
    return new ReplayableResponse(status, location, tag, new String(body, StandardCharsets.UTF_8));
  }

  private static void write(JsonGenerator json, Order order, Shipment shipment) {
    json.writeStartObject();
    fields(json, order, shipment);
    json.writeStringProperty("orderId", order.id().toString());
    json.writeStringProperty("packedAt", Rfc3339.write(shipment.packedAt()));
    if (shipment.shippedAt() != null) {
      json.writeStringProperty("shippedAt", Rfc3339.write(shipment.shippedAt()));
    }
    if (shipment.endedAt() != null) {
      json.writeStringProperty("endedAt", Rfc3339.write(shipment.endedAt()));
    }
    json.writeEndObject();
  }

  /** Writes a shipment within its order. */
  static void writePart(JsonGenerator json, Order order, Shipment shipment) {
    json.writeStartObject();
    fields(json, order, shipment);
    json.writeEndObject();
  }

  private static void fields(JsonGenerator json, Order order, Shipment shipment) {
    json.writeStringProperty("id", shipment.id().toString());
    json.writeStringProperty("status", OrderFields.name(shipment.status()));
    OrderFields.optional(json, "carrier", shipment.carriage().carrier());
    OrderFields.optional(json, "tracking", shipment.carriage().tracking());
    json.writeArrayPropertyStart("lines");
    for (var part : shipment.lines()) {
      json.writeStartObject();
      json.writeNumberProperty("line", part.line());
      json.writeStringProperty("quantity", order.lines().get(part.line() - 1).text(part.units()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
