package io.clientele.http.views;

import io.clientele.application.views.Reconciliation;
import io.clientele.http.Rfc3339;
import tools.jackson.core.JsonGenerator;

/** Writes where the views are. */
final class ReconciliationJson {
  private ReconciliationJson() {}

  static void write(JsonGenerator json, Reconciliation books) {
    json.writeStartObject();
    json.writeNumberProperty("counted", books.counted());
    Figure.write(json, "unsent", books.unsent());
    Figure.write(json, "open", books.open());
    Figure.write(json, "sealed", books.sealed());
    json.writeNumberProperty("applied", books.applied());
    json.writeNumberProperty("rejected", books.rejected());
    json.writeNumberProperty("lost", books.lost());
    Figure.write(json, "balanced", books.balanced());
    json.writeStringProperty("asOf", Rfc3339.write(books.asOf()));
    if (books.isDegraded()) {
      json.writeBooleanProperty("degraded", true);
    }
    json.writeEndObject();
  }
}
