package io.clientele.http.audit;

import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.http.exchange.Rfc3339;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes what a verification has found. */
final class AuditVerificationJson {
  private AuditVerificationJson() {}

  static void write(JsonGenerator json, VerificationResult found) {
    json.writeStartObject();
    json.writeNumberProperty("entries", found.entries());
    json.writeNumberProperty("unchained", found.unchained());
    json.writeBooleanProperty("intact", found.isIntact());
    if (found.broken() != null) {
      write(json, found.broken());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Break broken) {
    json.writeObjectPropertyStart("firstBroken");
    json.writeStringProperty(
        "fault", broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (broken.block() != null) {
      json.writeNumberProperty("block", broken.block());
    }
    if (broken.entry() != null) {
      json.writeStringProperty("id", broken.entry().toString());
    }
    if (broken.at() != null) {
      json.writeStringProperty("at", Rfc3339.write(broken.at()));
    }
    json.writeEndObject();
  }
}
