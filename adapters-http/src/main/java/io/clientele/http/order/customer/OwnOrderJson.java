package io.clientele.http.order.customer;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.summary.OrderSummary;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.order.OrderMembers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes orders as their customers see them. A field that has no value is left out. */
final class OwnOrderJson {
  private OwnOrderJson() {}

  /** Returns a response that shows an order. */
  static ReplayableResponse shown(int status, @Nullable String location, Order order) {
    var body = new String(bytes(order), StandardCharsets.UTF_8);
    return new ReplayableResponse(status, location, tag(order), body);
  }

  /** The tag of what is shown: an order whose hold ends changes it before its version. */
  static String tag(Order order) {
    return EntityTags.ofParts(order.id(), order.version(), order.state().status());
  }

  static byte[] bytes(Order order) {
    return JsonWriter.write(json -> write(json, order));
  }

  private static void write(JsonGenerator json, Order order) {
    json.writeStartObject();
    json.writeStringProperty("id", order.id().toString());
    json.writeStringProperty("number", order.number().value());
    OrderMembers.state(json, order.state());
    OrderMembers.sum(json, order.sum());
    OrderMembers.times(json, order.placedAt(), order.expiresAt());
    OrderMembers.content(json, order);
    json.writeEndObject();
  }

  static void write(JsonGenerator json, OrderSummary order) {
    json.writeStartObject();
    json.writeStringProperty("id", order.id().toString());
    json.writeStringProperty("number", order.number().value());
    OrderMembers.state(json, order.state());
    OrderMembers.sum(json, order.sum());
    OrderMembers.times(json, order.placedAt(), order.expiresAt());
    json.writeNumberProperty("lineCount", order.lineCount());
    json.writeStringProperty("title", order.title());
    json.writeEndObject();
  }
}
