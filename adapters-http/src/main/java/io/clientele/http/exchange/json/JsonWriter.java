package io.clientele.http.exchange.json;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** Writes JSON without reflection: a response contains only fields that code writes. */
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonBuffers.POOL).build();

  /** Writes nothing between values: a line end follows each. */
  private static final JsonFactory LINES =
      JsonFactory.builder().recyclerPool(JsonBuffers.POOL).rootValueSeparator("").build();

  @FunctionalInterface
  public interface Body {
    void writeTo(JsonGenerator json);
  }

  private JsonWriter() {}

  /** The bytes of one value, in UTF-8. */
  public static byte[] write(Body body) {
    var buffers = JsonBuffers.POOL.acquireAndLinkPooled();
    try (var bytes = new ByteArrayBuilder(buffers)) {
      try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
        body.writeTo(json);
      }
      return bytes.getClearAndRelease();
    } finally {
      buffers.releaseToPool();
    }
  }

  /** Writes values as NDJSON: each on a line of its own. */
  public static <T> void writeLines(
      OutputStream out, List<T> values, BiConsumer<JsonGenerator, T> writing) {
    try (var json = LINES.createGenerator(ObjectWriteContext.empty(), out)) {
      for (var value : values) {
        writing.accept(json, value);
        json.writeRaw('\n');
      }
    }
  }

  /** Writes the state of several dependencies, by name. */
  public static void writeStates(JsonGenerator json, String name, Map<String, Boolean> areUp) {
    json.writeObjectPropertyStart(name);
    areUp.forEach((thing, isUp) -> json.writeStringProperty(thing, isUp ? "up" : "down"));
    json.writeEndObject();
  }
}
