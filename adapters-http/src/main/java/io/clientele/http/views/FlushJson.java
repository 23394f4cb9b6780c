package io.clientele.http.views;

import io.clientele.domain.views.history.FlushRecord;
import io.clientele.http.exchange.Rfc3339;
import tools.jackson.core.JsonGenerator;

/** Writes what a flush has done. */
final class FlushJson {
  private FlushJson() {}

  /** Writes the response to a flush. */
  static void write(JsonGenerator json, FlushRecord flush) {
    json.writeStartObject();
    writeFigures(json, flush);
    json.writeEndObject();
  }

  /** Writes an item of the list of flushes. */
  static void writeDated(JsonGenerator json, FlushRecord flush) {
    json.writeStartObject();
    json.writeStringProperty("at", Rfc3339.write(flush.at()));
    writeFigures(json, flush);
    json.writeEndObject();
  }

  private static void writeFigures(JsonGenerator json, FlushRecord flush) {
    json.writeNumberProperty("batches", flush.batches());
    json.writeNumberProperty("accounts", flush.accounts());
    json.writeNumberProperty("views", flush.views());
    json.writeNumberProperty("rejected", flush.rejected());
    json.writeNumberProperty("durationMillis", flush.durationMillis());
  }
}
