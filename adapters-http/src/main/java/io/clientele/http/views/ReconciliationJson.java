package io.clientele.http.views;

import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.json.NullableJson;
import tools.jackson.core.JsonGenerator;

/** Writes the reconciliation of view counts. */
final class ReconciliationJson {
  private ReconciliationJson() {}

  static void write(JsonGenerator json, Reconciliation books) {
    json.writeStartObject();
    json.writeNumberProperty("counted", books.counted());
    NullableJson.write(json, "unsent", books.unsent());
    NullableJson.write(json, "open", books.open());
    NullableJson.write(json, "sealed", books.sealed());
    json.writeNumberProperty("applied", books.applied());
    json.writeNumberProperty("rejected", books.rejected());
    json.writeNumberProperty("lost", books.lost());
    NullableJson.write(json, "balanced", books.balanced());
    json.writeStringProperty("asOf", Rfc3339.write(books.asOf()));
    if (books.isDegraded()) {
      json.writeBooleanProperty("degraded", true);
    }
    json.writeEndObject();
  }
}
