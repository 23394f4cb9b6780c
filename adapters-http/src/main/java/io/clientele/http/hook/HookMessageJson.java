package io.clientele.http.hook;

import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.Inbox;
import io.clientele.http.exchange.Rfc3339;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes received messages. */
final class HookMessageJson {
  private HookMessageJson() {}

  /** Writes a message without its content. */
  static void write(JsonGenerator json, HookMessage message) {
    json.writeStartObject();
    writeMembers(json, message);
    json.writeEndObject();
  }

  /** Writes a message with its headers and its body. */
  static void write(JsonGenerator json, Inbox.Stored stored) {
    json.writeStartObject();
    writeMembers(json, stored.message());
    json.writeArrayPropertyStart("headers");
    new TreeMap<>(stored.content().headers()).forEach((name, value) -> write(json, name, value));
    json.writeEndArray();
    json.writeStringProperty("body", Base64.getEncoder().encodeToString(stored.content().body()));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, String value) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, HookMessage message) {
    json.writeStringProperty("id", message.id().toString());
    json.writeStringProperty("receivedAt", Rfc3339.write(message.receivedAt()));
    json.writeStringProperty("source", message.source().name());
    json.writeStringProperty("externalId", message.externalId());
    json.writeStringProperty("verifiedBy", message.verifiedBy());
    json.writeStringProperty("status", message.status().name().toLowerCase(Locale.ROOT));
  }
}
