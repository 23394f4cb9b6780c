package io.clientele.http.event;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventData;
import io.clientele.http.exchange.Rfc3339;
import tools.jackson.core.JsonGenerator;

/** Writes an event. */
final class EventJson {
  private EventJson() {}

  static void write(JsonGenerator json, Event event) {
    var published = event.published();
    var about = published.about();
    json.writeStartObject();
    json.writeNumberProperty("position", event.position().value());
    json.writeStringProperty("id", event.id().toString());
    json.writeStringProperty("type", published.type());
    json.writeStringProperty("at", Rfc3339.write(published.at()));
    json.writeObjectPropertyStart("subject");
    json.writeStringProperty("kind", about.kind());
    json.writeStringProperty("id", about.id());
    json.writeEndObject();
    if (about.account() != null) {
      json.writeStringProperty("accountId", about.account().toString());
    }
    json.writeNumberProperty("version", about.version());
    json.writeArrayPropertyStart("changed");
    published.changed().forEach(json::writeString);
    json.writeEndArray();
    switch (event.data()) {
      case null -> {}
      case EventData.Present(var state) -> {
        json.writeName("data");
        json.writeRawValue(state);
      }
      case EventData.Erased() -> json.writeBooleanProperty("erased", true);
      case EventData.TooLarge() -> json.writeStringProperty("omitted", "too-large");
    }
    json.writeEndObject();
  }
}
