package io.clientele.http.audit;

import io.clientele.domain.audit.AuditPage.Recorded;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.http.exchange.Rfc3339;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes an entry. */
final class AuditEntryJson {
  private AuditEntryJson() {}

  static void write(JsonGenerator json, Recorded recorded) {
    var entry = recorded.entry();
    var act = entry.act();
    json.writeStartObject();
    json.writeStringProperty("id", recorded.id().toString());
    json.writeStringProperty("at", Rfc3339.write(act.at()));
    json.writeStringProperty("actor", act.actor());
    json.writeStringProperty("action", entry.action());
    writeIfAny(json, "accountId", entry.account() == null ? null : entry.account().toString());
    writeIfAny(json, "subject", entry.subject());
    json.writeArrayPropertyStart("changes");
    entry.changes().forEach(change -> write(json, change));
    json.writeEndArray();
    writeIfAny(json, "reason", act.cause().reason());
    json.writeStringProperty("requestId", act.cause().requestId());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, FieldChange change) {
    json.writeStartObject();
    json.writeStringProperty("field", change.field());
    writeIfAny(json, "before", change.before());
    writeIfAny(json, "after", change.after());
    json.writeEndObject();
  }

  private static void writeIfAny(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }
}
