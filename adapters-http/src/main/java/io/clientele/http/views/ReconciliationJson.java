package io.clientele.http.views;

import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.json.NullableJson;
import tools.jackson.core.JsonGenerator;

/** Writes the reconciliation of view counts. */
final class ReconciliationJson {
  private ReconciliationJson() {}

  static void write(JsonGenerator json, Reconciliation reconciliation) {
    json.writeStartObject();
    json.writeNumberProperty("counted", reconciliation.counted());
    NullableJson.write(json, "unsent", reconciliation.unsent());
    NullableJson.write(json, "open", reconciliation.open());
    NullableJson.write(json, "sealed", reconciliation.sealed());
    json.writeNumberProperty("applied", reconciliation.applied());
    json.writeNumberProperty("rejected", reconciliation.rejected());
    json.writeNumberProperty("lost", reconciliation.lost());
    NullableJson.write(json, "balanced", reconciliation.balanced());
    json.writeStringProperty("asOf", Rfc3339.write(reconciliation.asOf()));
    if (reconciliation.isDegraded()) {
      json.writeBooleanProperty("degraded", true);
    }
    json.writeEndObject();
  }
}
