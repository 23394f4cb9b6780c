package io.clientele.http.order;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.OrderSum;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.http.exchange.Rfc3339;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Writes the members of an order that both fronts show. */
public final class OrderMembers {
  private OrderMembers() {}

  /** Writes the state without the words of operations. */
  public static void state(JsonGenerator json, OrderState state) {
    json.writeStringProperty("status", OrderFields.name(state.status()));
    json.writeStringProperty("payment", OrderFields.name(state.payment()));
    json.writeStringProperty("fulfilment", OrderFields.name(state.fulfilment()));
    OrderFields.optional(
        json, "cause", state.cause() == null ? null : OrderFields.name(state.cause()));
  }

  /** Writes what the order costs. */
  public static void sum(JsonGenerator json, OrderSum sum) {
    json.writeStringProperty("currency", sum.currency().code().value());
    json.writeStringProperty("total", sum.totalText());
    json.writeStringProperty("refunded", sum.refundedText());
  }

  /** Writes when the order was placed, and until when it holds. */
  public static void times(JsonGenerator json, Instant placedAt, Instant expiresAt) {
    json.writeStringProperty("placedAt", Rfc3339.write(placedAt));
    json.writeStringProperty("expiresAt", Rfc3339.write(expiresAt));
  }

  /** Writes the lines, the shipments and the address. */
  public static void content(JsonGenerator json, Order order) {
    json.writeArrayPropertyStart("lines");
    order.lines().forEach(line -> write(json, order, line));
    json.writeEndArray();
    json.writeArrayPropertyStart("shipments");
    order.shipments().forEach(shipment -> ShipmentJson.writePart(json, order, shipment));
    json.writeEndArray();
    OrderFields.optional(json, "address", order.address() == null ? null : order.address().value());
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
