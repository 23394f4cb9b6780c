package io.clientele.http.views;

import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.json.NullableJson;
import tools.jackson.core.JsonGenerator;

/** Writes the view total of an account or of another subject. */
public final class LiveTotalJson {
  private LiveTotalJson() {}

  /** Writes it as part of its subject. */
  public static void writeShort(JsonGenerator json, LiveTotal views) {
    json.writeStartObject();
    json.writeNumberProperty("total", views.total());
    writeRest(json, views);
  }

  /**
   * Writes it as a response.
   *
   * @param id the name of the member that holds the id of the subject
   */
  public static void write(JsonGenerator json, String id, LiveTotal views) {
    json.writeStartObject();
    json.writeStringProperty(id, views.subject().toString());
    json.writeNumberProperty("total", views.total());
    json.writeNumberProperty("persisted", views.persisted());
    writeRest(json, views);
  }

  private static void writeRest(JsonGenerator json, LiveTotal views) {
    NullableJson.write(json, "pending", views.pending());
    json.writeStringProperty("asOf", Rfc3339.write(views.asOf()));
    if (views.isDegraded()) {
      json.writeBooleanProperty("degraded", true);
    }
    json.writeEndObject();
  }
}
