package io.clientele.http.exchange;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the members of a JSON object from a client; each read notes its own faults. */
public final class JsonObjectReader {
  private final JsonNode object;
  private final String pointer;
  private final ValidationErrors faults;

  private JsonObjectReader(JsonNode object, String pointer, ValidationErrors faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** Returns a reader of the body. Notes an error for each unknown member. */
  public static JsonObjectReader of(JsonNode body, Set<String> known, ValidationErrors faults) {
    if (!body.isObject()) {
      faults.pointer(JsonPointers.ROOT, "must be a JSON object");
      faults.refuse();
    }
    return new JsonObjectReader(body, JsonPointers.ROOT, faults).knowing(known);
  }

  private JsonObjectReader knowing(Set<String> known) {
    for (var name : object.propertyNames()) {
      if (!known.contains(name) && !faults.isFull()) {
        fault(name, "is not a known name");
      }
    }
    return this;
  }

  /** Returns the object itself. */
  public JsonNode node() {
    return object;
  }

  /** Returns where the object stands in the body. */
  public String pointer() {
    return pointer;
  }

  /** Whether the member is present, also if it is null. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** Returns a required text; null, with a fault, if it is absent or invalid. */
  public @Nullable String text(String name) {
    var text = optionalText(name);
    if (isAbsent(name)) {
      fault(name, "is required");
    }
    return text;
  }

  /** Returns an optional text; null if it is absent. */
  public @Nullable String optionalText(String name) {
    var node = object.path(name);
    if (node.isString()) {
      return node.stringValue();
    }
    if (!isAbsent(name)) {
      fault(name, "must be a string");
    }
    return null;
  }

  /** Whether the member is present and true. */
  public boolean flag(String name) {
    var node = object.path(name);
    if (!isAbsent(name) && !node.isBoolean()) {
      fault(name, "must be true or false");
    }
    return node.isBoolean() && node.booleanValue();
  }

  /** Returns a required list of texts; empty, with a fault, if it is absent or invalid. */
  public List<String> texts(String name) {
    var node = object.path(name);
    if (isAbsent(name)) {
      fault(name, "is required");
      return List.of();
    }
    if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
      fault(name, "must be a list of strings");
      return Collections.emptyList();
    }
    return node.valueStream().map(JsonNode::stringValue).toList();
  }

  /** Returns a required value that a text is parsed to; null, with a fault, if that fails. */
  public <T> @Nullable T value(String name, Function<String, T> parse) {
    return parsed(name, text(name), parse);
  }

  /** Returns an optional value that a text is parsed to; null if it is absent. */
  public <T> @Nullable T optionalValue(String name, Function<String, T> parse) {
    return parsed(name, optionalText(name), parse);
  }

  private <T> @Nullable T parsed(String name, @Nullable String text, Function<String, T> parse) {
    try {
      return text == null ? null : parse.apply(text);
    } catch (InvalidValue broken) {
      fault(name, broken.faults().getFirst().rule());
      return null;
    }
  }

  /** Returns an optional whole number within these bounds; null if it is absent or invalid. */
  public @Nullable Long integer(String name, long min, long max) {
    var node = object.path(name);
    if (isAbsent(name)) {
      return null;
    }
    if (!node.isIntegralNumber() || node.longValue() < min || node.longValue() > max) {
      fault(name, "must be a whole number from " + min + " to " + max);
      return null;
    }
    return node.longValue();
  }

  /**
   * Returns readers of an optional list of objects, each with these members; empty if it is absent
   * or has more than {@code max} elements.
   */
  public List<JsonObjectReader> objects(String name, Set<String> known, int max) {
    var node = object.path(name);
    if (isAbsent(name)) {
      return List.of();
    }
    if (!node.isArray() || node.isEmpty() || node.size() > max) {
      fault(name, "must be a list of 1 to " + max + " objects");
      return List.of();
    }
    var readers = new ArrayList<JsonObjectReader>(node.size());
    for (var i = 0; i < node.size() && !faults.isFull(); i++) {
      var place = JsonPointers.of(pointer, List.of(name, Integer.toString(i)));
      if (node.get(i).isObject()) {
        readers.add(new JsonObjectReader(node.get(i), place, faults).knowing(known));
      } else {
        faults.pointer(place, "must be a JSON object");
      }
    }
    return readers;
  }

  /** Notes that a member is wrong. */
  public void fault(String name, String rule) {
    faults.pointer(JsonPointers.of(pointer, name), rule);
  }

  /** Whether the member is missing or null. */
  public boolean isAbsent(String name) {
    var node = object.path(name);
    return node.isMissingNode() || node.isNull();
  }
}
