package io.clientele.http.identity;

import io.clientele.domain.identity.preference.PreferenceChoice;
import tools.jackson.core.JsonGenerator;

/** Writes the preferences of an operator. */
final class PreferencesJson {
  private PreferencesJson() {}

  /** Writes what was chosen; what was not is left out. */
  static void write(JsonGenerator json, PreferenceChoice choice) {
    json.writeStartObject();
    if (choice.language() != null) {
      json.writeStringProperty("language", choice.language().text());
    }
    if (choice.theme() != null) {
      json.writeStringProperty("theme", choice.theme().text());
    }
    if (choice.pageSize() != null) {
      json.writeNumberProperty("pageSize", choice.pageSize());
    }
    if (choice.columns() != null) {
      json.writeArrayPropertyStart("columns");
      choice.columns().forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeArrayPropertyStart("savedViews");
    for (var view : choice.savedViews()) {
      json.writeStartObject();
      json.writeStringProperty("list", view.list());
      json.writeStringProperty("name", view.name());
      json.writeStringProperty("query", view.query());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
