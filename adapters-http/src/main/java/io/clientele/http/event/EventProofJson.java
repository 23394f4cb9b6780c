package io.clientele.http.event;

import io.clientele.application.event.ProveEvents.Outcome.Proven;
import io.clientele.domain.audit.chain.BlockProof;
import io.clientele.http.exchange.Rfc3339;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/** Writes a proof. */
final class EventProofJson {
  private EventProofJson() {}

  static void write(JsonGenerator json, Proven proof) {
    json.writeStartObject();
    json.writeArrayPropertyStart("data");
    proof.blocks().forEach(block -> write(json, block));
    json.writeEndArray();
    if (proof.next() != null) {
      json.writeStringProperty("nextCursor", proof.next().toString());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, BlockProof proof) {
    json.writeStartObject();
    json.writeNumberProperty("number", proof.block().number());
    json.writeStringProperty("previous", proof.block().previous().hex());
    json.writeStringProperty("hash", proof.hash().hex());
    json.writeArrayPropertyStart("entries");
    for (var entry : proof.entries()) {
      json.writeStartObject();
      json.writeStringProperty("id", entry.link().id().toString());
      json.writeStringProperty("at", Rfc3339.write(entry.link().at()));
      json.writeStringProperty("hash", entry.link().hash().hex());
      if (entry.rest() != null) {
        json.writeStringProperty("rest", entry.rest().hex());
      }
      if (entry.digest() != null) {
        json.writeStringProperty("digest", HexFormat.of().formatHex(entry.digest()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
