package io.clientele.http.exchange.json;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON by hand: the hot path pays for no reflection, and a field is in an answer only if
 * someone wrote it there.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int USUAL_BYTES = 512;

  /** Writes one value. */
  @FunctionalInterface
  public interface Body {
    /** Writes it here. */
    void writeTo(JsonGenerator json);
  }

  private JsonWriter() {}

  /** The bytes of one value, in UTF-8. */
  public static byte[] write(Body body) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      body.writeTo(json);
    }
    return bytes.toByteArray();
  }

  /** Which of several things are up, by name. */
  public static void writeStates(JsonGenerator json, String name, Map<String, Boolean> areUp) {
    json.writeObjectPropertyStart(name);
    areUp.forEach((thing, isUp) -> json.writeStringProperty(thing, isUp ? "up" : "down"));
    json.writeEndObject();
  }
}
