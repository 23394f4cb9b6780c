package io.clientele.http.order;

import io.clientele.domain.order.Order;
import io.clientele.http.exchange.ReplayableResponse;
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
    json.writeStartObject();
    json.writeStringProperty("id", order.id().toString());
    json.writeStringProperty("number", order.number().value());
    json.writeStringProperty("accountId", order.account().toString());
    OrderMembers.state(json, order.state());
    OrderFields.optional(json, "reason", order.state().reason());
    OrderMembers.sum(json, order.sum());
    OrderMembers.times(json, order.placedAt(), order.expiresAt());
    OrderMembers.content(json, order);
    json.writeEndObject();
  }
}
