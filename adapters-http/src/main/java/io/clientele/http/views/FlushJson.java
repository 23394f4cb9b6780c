package io.clientele.http.views;

import io.clientele.domain.views.history.FlushRecord;
import io.clientele.http.exchange.Rfc3339;
import tools.jackson.core.JsonGenerator;

/** Writes what a flush has done. */
final class FlushJson {
  private FlushJson() {}

  /** As the answer to the one who flushed. */
  static void write(JsonGenerator json, FlushRecord flush) {
    json.writeStartObject();
    writeFigures(json, flush);
    json.writeEndObject();
  }

  /** As one of many. */
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
