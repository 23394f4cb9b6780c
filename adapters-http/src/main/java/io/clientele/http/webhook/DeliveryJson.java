package io.clientele.http.webhook;

import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.Redelivery;
import tools.jackson.core.JsonGenerator;

/** Writes attempts, their results, dead letters and redeliveries. */
final class DeliveryJson {
  private DeliveryJson() {}

  static void write(JsonGenerator json, DeliveryAttempt attempt) {
    json.writeStartObject();
    WebhookJson.write(json, "at", attempt.at());
    json.writeStringProperty("eventId", attempt.eventId().toString());
    if (attempt.position() != null) {
      json.writeNumberProperty("position", attempt.position().value());
    }
    json.writeNumberProperty("attempt", attempt.number());
    writeMembers(json, attempt.result());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, DeliveryResult result) {
    json.writeStartObject();
    writeMembers(json, result);
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, DeliveryResult result) {
    var outcome = result.outcome();
    json.writeBooleanProperty("delivered", outcome.isDelivered());
    var status = outcome.httpStatus();
    if (status != null) {
      json.writeNumberProperty("status", status);
    }
    if (outcome.faultCode() != null) {
      json.writeStringProperty("fault", outcome.faultCode());
    }
    json.writeNumberProperty("millis", result.millis());
    if (result.answer() != null) {
      json.writeStringProperty("answer", result.answer());
    }
  }

  static void write(JsonGenerator json, DeadLetter letter) {
    json.writeStartObject();
    json.writeNumberProperty("position", letter.position().value());
    json.writeStringProperty("eventId", letter.eventId().toString());
    WebhookJson.write(json, "since", letter.since());
    json.writeNumberProperty("attempts", letter.attempts());
    json.writeStringProperty("lastFault", letter.lastFault());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Redelivery redelivery) {
    json.writeStartObject();
    json.writeStringProperty("id", redelivery.id().toString());
    WebhookJson.write(json, "createdAt", redelivery.createdAt());
    json.writeNumberProperty("events", redelivery.positions().size());
    json.writeNumberProperty("sent", redelivery.sent());
    json.writeNumberProperty("failed", redelivery.failed());
    json.writeEndObject();
  }
}
