package io.clientele.http.exchange;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Reads and writes members of objects that are pairs of texts, such as {@code metadata}. */
public final class MetadataJson {
  private static final String NAME = "metadata";

  private MetadataJson() {}

  /**
   * Returns the metadata, empty if it is absent; null, with its faults noted, if it is invalid.
   *
   * @param pointer of the object in the body
   */
  public static @Nullable Metadata read(JsonNode object, String pointer, ValidationErrors faults) {
    return read(object, pointer, NAME, faults);
  }

  /** Returns the pairs of a member of this name, as {@link #read} does. */
  public static @Nullable Metadata read(
      JsonNode object, String pointer, String name, ValidationErrors faults) {
    var node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Metadata.NONE;
    }
    var place = JsonPointers.of(pointer, name);
    if (!node.isObject()) {
      faults.pointer(place, "must be an object");
      return null;
    }
    if (node.size() > Metadata.PAIRS_MAX) {
      faults.pointer(place, "must hold at most " + Metadata.PAIRS_MAX + " pairs");
    }
    var pairs =
        LinkedHashMap.<String, String>newLinkedHashMap(Math.min(node.size(), Metadata.PAIRS_MAX));
    for (var pair : node.properties()) {
      if (pair.getValue().isString()) {
        if (pairs.size() < Metadata.PAIRS_MAX) {
          pairs.put(pair.getKey(), pair.getValue().stringValue());
        }
      } else if (!faults.isFull()) {
        faults.pointer(JsonPointers.of(place, pair.getKey()), "must be a string");
      }
    }
    try {
      return new Metadata(pairs);
    } catch (InvalidValue broken) {
      broken
          .faults()
          .forEach(
              fault ->
                  faults.pointer(
                      JsonPointers.ofField(pointer, name + fault.field().substring(NAME.length())),
                      fault.rule()));
      return null;
    }
  }

  /** Writes the pairs. */
  public static void write(JsonGenerator json, Metadata metadata) {
    write(json, NAME, metadata);
  }

  /** Writes the pairs as a member of this name. */
  public static void write(JsonGenerator json, String name, Metadata metadata) {
    json.writeObjectPropertyStart(name);
    metadata.entries().forEach(json::writeStringProperty);
    json.writeEndObject();
  }
}
