package io.clientele.http.care;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.care.AccountCare;
import io.clientele.application.care.ListNotes.Signed;
import io.clientele.application.care.TimelinePage;
import io.clientele.domain.care.NoteText;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reads and writes the bodies of customer care. */
final class CareJson {
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private CareJson() {}

  /** Reads the text of a new note; answers all its faults with 400. */
  static NoteText text(Context http) {
    return only(http, "text", NoteText::new);
  }

  /** Reads the next owner; answers all faults with 400. */
  static OperatorId owner(Context http) {
    return only(http, "operatorId", OperatorId::parse);
  }

  static void write(JsonGenerator json, AccountCare care) {
    json.writeStartObject();
    json.writeStringProperty("accountId", care.account().toString());
    var owner = care.owner();
    if (owner != null) {
      json.writeObjectPropertyStart("owner");
      json.writeStringProperty("operatorId", owner.id().toString());
      write(json, "name", owner.name());
      json.writeStringProperty("since", Rfc3339.write(owner.since()));
      json.writeEndObject();
    }
    var suspension = care.suspension();
    if (suspension != null) {
      json.writeObjectPropertyStart("suspension");
      json.writeStringProperty("since", Rfc3339.write(suspension.since()));
      json.writeStringProperty("actor", suspension.actor());
      write(json, "actorName", suspension.actorName());
      write(json, "reason", suspension.reason());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Signed signed) {
    var note = signed.note();
    json.writeStartObject();
    json.writeStringProperty("id", note.id().toString());
    json.writeStringProperty("accountId", note.account().toString());
    json.writeStringProperty("author", note.author());
    write(json, "authorName", signed.authorName());
    json.writeStringProperty("writtenAt", Rfc3339.write(note.writtenAt()));
    json.writeStringProperty("text", note.text().value());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, TimelinePage.Entry entry) {
    var origin = entry.origin();
    json.writeStartObject();
    json.writeStringProperty("id", entry.id().toString());
    json.writeStringProperty("at", Rfc3339.write(entry.at()));
    json.writeStringProperty("actor", origin.actor());
    write(json, "actorName", origin.name());
    json.writeStringProperty("action", entry.action());
    write(json, "subject", entry.subject());
    write(json, "reason", origin.reason());
    var note = origin.note();
    write(json, "note", note == null ? null : note.value());
    json.writeEndObject();
  }

  private static <T> T only(Context http, String field, Function<String, T> parse) {
    var faults = new ValidationErrors();
    var body = RequestBodies.read(http, MEDIA_TYPES, faults);
    var value = JsonObjectReader.of(body, Set.of(field), faults).value(field, parse);
    faults.refuse();
    return sound(value);
  }

  private static void write(JsonGenerator json, String field, @Nullable DisplayName name) {
    write(json, field, name == null ? null : name.value());
  }

  private static void write(JsonGenerator json, String field, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(field, value);
    }
  }
}
