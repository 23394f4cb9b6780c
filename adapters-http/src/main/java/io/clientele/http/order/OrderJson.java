package io.clientele.http.order;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/** Writes orders as operations see them. A field that has no value is left out. */
final class OrderJson {
  private OrderJson() {}

  /** Returns the 200 response that shows an order. */
  static ReplayableResponse shown(Order order) {
    var body = JsonWriter.write(json -> write(json, order));
    var tag = EntityTags.of(order.version());
    return new ReplayableResponse(200, null, tag, new String(body, StandardCharsets.UTF_8));
  }

  static void write(JsonGenerator json, Order order) {
    var state = order.state();
    json.writeStartObject();
    json.writeStringProperty("id", order.id().toString());
    json.writeStringProperty("number", order.number().value());
    json.writeStringProperty("accountId", order.account().toString());
    json.writeStringProperty("status", OrderFields.name(state.status()));
    json.writeStringProperty("payment", OrderFields.name(state.payment()));
    json.writeStringProperty("fulfilment", OrderFields.name(state.fulfilment()));
    OrderFields.optional(
        json, "cause", state.cause() == null ? null : OrderFields.name(state.cause()));
    OrderFields.optional(json, "reason", state.reason());
    json.writeStringProperty("currency", order.sum().currency().code().value());
    json.writeStringProperty("total", order.sum().totalText());
    json.writeStringProperty("refunded", order.sum().refundedText());
    json.writeStringProperty("placedAt", Rfc3339.write(order.placedAt()));
    json.writeStringProperty("expiresAt", Rfc3339.write(order.expiresAt()));
    json.writeArrayPropertyStart("lines");
    order.lines().forEach(line -> write(json, order, line));
    json.writeEndArray();
    json.writeArrayPropertyStart("shipments");
    order.shipments().forEach(shipment -> ShipmentJson.writePart(json, order, shipment));
    json.writeEndArray();
    OrderFields.optional(json, "address", order.address() == null ? null : order.address().value());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Order order, OrderLine line) {
    json.writeStartObject();
    json.writeNumberProperty("line", line.number());
    json.writeStringProperty("productId", line.item().product().toString());
    json.writeStringProperty("sku", line.item().sku());
    json.writeStringProperty("title", line.item().title());
    json.writeStringProperty("quantity", line.text(line.quantity()));
    json.writeStringProperty("unitPrice", order.sum().text(line.item().unitPrice()));
    json.writeStringProperty("shipped", line.text(line.shipped()));
    json.writeStringProperty("returned", line.text(line.returned()));
    json.writeStringProperty("cancelled", line.text(line.cancelled()));
    json.writeEndObject();
  }
}
