package io.clientele.http.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.application.ledger.posting.TransferView;
import io.clientele.application.ledger.posting.TransferView.Disclosure;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.http.exchange.MetadataJson;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ProblemJson;
import tools.jackson.core.JsonGenerator;

/** Writes the parts of a decided transfer that the caller may see. */
final class TransferJson {
  private static final PostingResult.Place NOWHERE = new PostingResult.Place(null, null);

  private TransferJson() {}

  static void write(JsonGenerator json, TransferView view) {
    var booked = view.transfer();
    var refusal = booked.refusal();
    json.writeStartObject();
    json.writeStringProperty("id", booked.id().toString());
    json.writeStringProperty("kind", booked.transfer().instruction().kind());
    json.writeStringProperty("outcome", refusal == null ? "booked" : "refused");
    json.writeStringProperty("bookedAt", Rfc3339.write(booked.bookedAt()));
    writeInstruction(json, booked.transfer().instruction());
    writeLegs(json, view);
    writeNote(json, view);
    if (refusal != null) {
      json.writeName("problem");
      ProblemJson.writePart(
          json, PostingProblems.of(new PostingResult.Refused(refusal, NOWHERE, true), ""));
    }
    json.writeEndObject();
  }

  private static void writeInstruction(JsonGenerator json, Instruction instruction) {
    switch (instruction) {
      case Instruction.Post _ -> {}
      case Instruction.Hold hold -> {
        json.writeNumberProperty("expiresIn", hold.expiresIn().toSeconds());
        if (hold.owner() != null) {
          json.writeStringProperty("owner", hold.owner());
        }
      }
      case Instruction.Settle settle -> {
        json.writeStringProperty("parent", settle.parent().toString());
        if (settle.isFinal()) {
          json.writeBooleanProperty("final", true);
        }
      }
    }
  }

  private static void writeLegs(JsonGenerator json, TransferView view) {
    json.writeArrayPropertyStart("legs");
    for (var leg : view.legs()) {
      json.writeStartObject();
      json.writeNumberProperty("leg", leg.number());
      json.writeStringProperty("from", leg.leg().from().toString());
      json.writeStringProperty("to", leg.leg().to().toString());
      json.writeStringProperty("asset", leg.leg().asset().value());
      json.writeStringProperty("amount", view.amount(leg));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeNote(JsonGenerator json, TransferView view) {
    var transfer = view.transfer().transfer();
    json.writeStringProperty("reason", transfer.note().reason());
    if (view.disclosure() != Disclosure.LEGS && !transfer.note().metadata().isEmpty()) {
      MetadataJson.write(json, transfer.note().metadata());
    }
    var effectiveAt = transfer.note().effectiveAt();
    if (effectiveAt != null) {
      json.writeStringProperty("effectiveAt", Rfc3339.write(effectiveAt));
    }
    if (view.disclosure() == Disclosure.ALL) {
      json.writeStringProperty("actor", transfer.actor());
    }
  }
}
