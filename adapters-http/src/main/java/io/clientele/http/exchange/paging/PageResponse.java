package io.clientele.http.exchange.paging;

import io.clientele.http.exchange.Responses;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One page of a list as clients get it.
 *
 * @param cursor of the next page; null if this is the last
 */
public record PageResponse<T>(List<T> things, Writing<T> writing, @Nullable String cursor) {

  /** Writes one thing of the list. */
  @FunctionalInterface
  public interface Writing<T> {
    void write(JsonGenerator json, T thing);
  }

  /** Answers with the page, and with a link to the next one, if there is one. */
  public void answer(Context http, String path, int limit) throws IOException {
    if (cursor != null) {
      var link = "<%s?cursor=%s&limit=%d>; rel=\"next\"".formatted(path, cursor, limit);
      http.res().setHeader("Link", link);
    }
    Responses.json(http, this::write);
  }

  private void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("data");
    things.forEach(thing -> writing.write(json, thing));
    json.writeEndArray();
    if (cursor != null) {
      json.writeStringProperty("nextCursor", cursor);
    }
    json.writeEndObject();
  }
}
