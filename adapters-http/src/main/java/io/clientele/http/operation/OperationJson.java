package io.clientele.http.operation;

import io.clientele.domain.operation.Operation;
import io.clientele.domain.operation.OperationMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes an operation. */
final class OperationJson {
  private OperationJson() {}

  static void write(JsonGenerator json, Operation operation) {
    json.writeStartObject();
    json.writeStringProperty("id", operation.id().toString());
    json.writeStringProperty("status", operation.status().name().toLowerCase(Locale.ROOT));
    if (operation.response() != null) {
      write(json, operation.response());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, OperationMessage stored) {
    var response = HttpMessage.decode(stored);
    json.writeObjectPropertyStart("result");
    json.writeNumberProperty("status", Integer.parseInt(response.start()));
    json.writeObjectPropertyStart("headers");
    new TreeMap<>(response.headers()).forEach(json::writeStringProperty);
    json.writeEndObject();
    if (!response.body().isEmpty()) {
      json.writeName("body");
      var bytes = response.body().getBytes(StandardCharsets.ISO_8859_1);
      json.writeRawValue(new String(bytes, StandardCharsets.UTF_8));
    }
    json.writeEndObject();
  }
}
