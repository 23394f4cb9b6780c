package io.clientele.http.hook;

import io.clientele.domain.hook.HookMessage;
import io.clientele.http.exchange.Rfc3339;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes a received message. */
final class HookMessageJson {
  private HookMessageJson() {}

  static void write(JsonGenerator json, HookMessage message) {
    json.writeStartObject();
    json.writeStringProperty("id", message.id().toString());
    json.writeStringProperty("receivedAt", Rfc3339.write(message.receivedAt()));
    json.writeStringProperty("source", message.source().name());
    json.writeStringProperty("externalId", message.externalId());
    json.writeStringProperty("verifiedBy", message.verifiedBy());
    json.writeStringProperty("status", message.status().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }
}
