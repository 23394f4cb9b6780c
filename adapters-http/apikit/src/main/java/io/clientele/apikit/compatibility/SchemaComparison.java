package io.clientele.apikit.compatibility;

import static io.clientele.apikit.compatibility.ApiChange.Kind.ADDED;
import static io.clientele.apikit.compatibility.ApiChange.Kind.BREAKING;
import static io.clientele.apikit.compatibility.ApiChange.Kind.LOOSENED;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Compares the schemas of values that travel in one direction. A change is compatible if all that
 * the sender may send is valid for the receiver. In requests, the sender has the old document; in
 * responses, the sender has the new one. A new member of a response is compatible.
 */
final class SchemaComparison {
  private static final List<String> LOWER_BOUNDS =
      List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
  private static final List<String> UPPER_BOUNDS =
      List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
  private static final List<String> EXACT =
      List.of(
          "pattern",
          "format",
          "uniqueItems",
          "propertyNames",
          "dependentRequired",
          "multipleOf",
          "oneOf",
          "anyOf",
          "not");

  /** Formats that say how to show or transport a value, not which values there are. */
  private static final Set<String> DISPLAY_FORMATS = Set.of("password", "binary");

  private final ComparedDocument sender;
  private final ComparedDocument receiver;
  private final boolean isRequest;
  private final Collection<ApiChange> changes;
  private final Set<String> compared = new HashSet<>();

  /** Pairs whose comparison has begun and not ended: a schema may contain itself. */
  private final Set<String> open = new HashSet<>();

  private SchemaComparison(
      ComparedDocument sender,
      ComparedDocument receiver,
      boolean isRequest,
      Collection<ApiChange> changes) {
    this.sender = sender;
    this.receiver = receiver;
    this.isRequest = isRequest;
    this.changes = changes;
  }

  /** Returns the comparison of schemas of requests. */
  static SchemaComparison ofRequests(
      ComparedDocument before, ComparedDocument after, Collection<ApiChange> changes) {
    return new SchemaComparison(before, after, true, changes);
  }

  /** Returns the comparison of schemas of responses. */
  static SchemaComparison ofResponses(
      ComparedDocument before, ComparedDocument after, Collection<ApiChange> changes) {
    return new SchemaComparison(after, before, false, changes);
  }

  /** Compares two schemas, each a node of its document. A pair of components is compared once. */
  void compare(String place, JsonNode before, JsonNode after) {
    var pair = before + " " + after;
    if (open.add(pair)) {
      compareOnce(place, before, after);
      open.remove(pair);
    }
  }

  private void compareOnce(String place, JsonNode before, JsonNode after) {
    var names = ComparedDocument.reference(before) + " " + ComparedDocument.reference(after);
    if (names.startsWith("#") && names.contains(" #")) {
      if (compared.add(names)) {
        compareSchemas(component(after), sent(before, after), received(before, after));
      }
    } else {
      compareSchemas(place, sent(before, after), received(before, after));
    }
  }

  private String component(JsonNode after) {
    var name = ComparedDocument.reference(after).replaceFirst(".*/", "");
    return name + (isRequest ? " in requests" : " in responses");
  }

  private JsonNode sent(JsonNode before, JsonNode after) {
    return isRequest ? before : after;
  }

  private JsonNode received(JsonNode before, JsonNode after) {
    return isRequest ? after : before;
  }

  private void compareSchemas(String place, JsonNode sentSchema, JsonNode receivedSchema) {
    var sent = sender.flat(sentSchema);
    var received = receiver.flat(receivedSchema);
    compareTypes(place, sent, received);
    compareEnums(place, sent, received);
    for (var bound : LOWER_BOUNDS) {
      compareBound(place, bound, sent, received, 1);
    }
    for (var bound : UPPER_BOUNDS) {
      compareBound(place, bound, sent, received, -1);
    }
    for (var keyword : EXACT) {
      var limit = received.path(keyword);
      if (received.has(keyword)
          && !limit.equals(sent.path(keyword))
          && !DISPLAY_FORMATS.contains(limit.asString(""))) {
        restricts(place, keyword, sent, received);
      }
    }
    if (isRequest && !sent.path("default").equals(received.path("default"))) {
      breaks(place, "default " + change(sent, received, "default"));
    }
    compareMembers(place, sent, received);
    compareInside(place + "/*", "items", sent, received);
    compareInside(place + "/{}", "additionalProperties", sent, received);
  }

  private void compareTypes(String place, JsonNode sent, JsonNode received) {
    var sentTypes = ComparedDocument.types(sent);
    var receivedTypes = ComparedDocument.types(received);
    if (receivedTypes.contains("number")) {
      receivedTypes.add("integer");
    }
    if (!receivedTypes.isEmpty()
        && (sentTypes.isEmpty() || !receivedTypes.containsAll(sentTypes))) {
      breaks(place, "type " + change(sent, received, "type"));
    }
  }

  private void compareEnums(String place, JsonNode sent, JsonNode received) {
    var sentValues = ComparedDocument.texts(sent.path("enum"));
    var receivedValues = ComparedDocument.texts(received.path("enum"));
    if (!receivedValues.isEmpty()
        && (sentValues.isEmpty() || !receivedValues.containsAll(sentValues))) {
      restricts(place, "enum", sent, received);
    }
  }

  private void compareBound(
      String place, String bound, JsonNode sent, JsonNode received, int sign) {
    var limit = received.path(bound);
    var own = sent.path(bound);
    if (!limit.isMissingNode()
        && (own.isMissingNode()
            || sign * Double.compare(own.doubleValue(), limit.doubleValue()) < 0)) {
      restricts(place, bound, sent, received);
    }
  }

  private void compareMembers(String place, JsonNode sent, JsonNode received) {
    var promised = ComparedDocument.texts(sent.path("required"));
    for (var name : ComparedDocument.texts(received.path("required"))) {
      if (!promised.contains(name)) {
        breaks(place + "/" + name, isRequest ? "is required now" : "is no longer always present");
      }
    }
    var before = (isRequest ? sent : received).path("properties");
    var after = (isRequest ? received : sent).path("properties");
    for (var property : before.properties()) {
      var inside = place + "/" + property.getKey();
      if (after.has(property.getKey())) {
        compare(inside, property.getValue(), after.get(property.getKey()));
      } else {
        breaks(inside, "is gone");
      }
    }
    for (var name : after.propertyNames()) {
      if (!before.has(name)) {
        changes.add(new ApiChange(ADDED, place + "/" + name, "is new"));
      }
    }
  }

  private void compareInside(String place, String keyword, JsonNode sent, JsonNode received) {
    var limit = received.path(keyword);
    var own = sent.path(keyword);
    if (own.isObject() && limit.isObject()) {
      compare(place, isRequest ? own : limit, isRequest ? limit : own);
    } else if (limit.isObject() || isFalse(limit) && !isFalse(own)) {
      breaks(place, keyword + " " + change(sent, received, keyword));
    }
  }

  private void restricts(String place, String keyword, JsonNode sent, JsonNode received) {
    var kind = isRequest ? BREAKING : LOOSENED;
    changes.add(new ApiChange(kind, place, keyword + " " + change(sent, received, keyword)));
  }

  private static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.booleanValue();
  }

  private String change(JsonNode sent, JsonNode received, String keyword) {
    var before = (isRequest ? sent : received).path(keyword);
    var after = (isRequest ? received : sent).path(keyword);
    return "was " + text(before) + " and is " + text(after);
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "free" : node.toString();
  }

  private void breaks(String place, String what) {
    changes.add(new ApiChange(BREAKING, place, what));
  }
}
