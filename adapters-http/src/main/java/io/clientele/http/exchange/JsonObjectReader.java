package io.clientele.http.exchange;

import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the members of a JSON object from a client; each read notes its own faults. */
public final class JsonObjectReader {
  private final JsonNode object;
  private final ValidationErrors faults;

  private JsonObjectReader(JsonNode object, ValidationErrors faults) {
    this.object = object;
    this.faults = faults;
  }

  /** Returns a reader of the body. Notes an error for each unknown member. */
  public static JsonObjectReader of(JsonNode body, Set<String> known, ValidationErrors faults) {
    if (!body.isObject()) {
      faults.pointer(JsonPointers.ROOT, "must be a JSON object");
      faults.refuse();
    }
    for (var name : body.propertyNames()) {
      if (!known.contains(name) && !faults.isFull()) {
        faults.pointer(JsonPointers.of(JsonPointers.ROOT, name), "is not known here");
      }
    }
    return new JsonObjectReader(body, faults);
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

  /** Notes that a member is wrong. */
  public void fault(String name, String rule) {
    faults.pointer(JsonPointers.of(JsonPointers.ROOT, name), rule);
  }

  private boolean isAbsent(String name) {
    var node = object.path(name);
    return node.isMissingNode() || node.isNull();
  }
}
