package io.clientele.http.exchange.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes figures that may be unknown: an unknown figure is null, not 0. */
public final class NullableJson {
  private NullableJson() {}

  public static void write(JsonGenerator json, String name, @Nullable Long figure) {
    if (figure == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, figure);
    }
  }

  public static void write(JsonGenerator json, String name, @Nullable Boolean fact) {
    if (fact == null) {
      json.writeNullProperty(name);
    } else {
      json.writeBooleanProperty(name, fact);
    }
  }
}
