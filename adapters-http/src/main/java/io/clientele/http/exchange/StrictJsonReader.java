package io.clientele.http.exchange;

import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.json.JsonText;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON as clients must write it: no member twice, nothing after the value, no NUL, no
 * unpaired surrogate, and small. Faults of single values are collected with their pointers; a text
 * that is not JSON at all, or is beyond a limit, is refused at once. A pointer is built only for a
 * fault, and a number is not converted: an exponent of ten digits costs what its characters cost.
 */
public final class StrictJsonReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Stands for every number that is no whole number of at most 18 digits: no field takes one. */
  private static final JsonNode NUMBER = NODES.numberNode(0.5);

  private static final int INTEGER_DIGITS_MAX = 18;

  /** Every empty object within a document. Nothing is ever added to a part of a document. */
  private static final ObjectNode NO_MEMBERS = NODES.objectNode();

  /** Every empty array within a document. */
  private static final JsonNode NO_ELEMENTS = NODES.arrayNode();

  private static final int MEMBERS_USUAL = 2;

  /** The levels of objects that are read of a flat one. */
  private static final int FLAT_LEVELS = 2;

  /** The members that are kept of an object in a flat one. Readers take at most 50. */
  private static final int FLAT_MEMBERS_MAX = 51;

  /** Stands for the value of a member that occurs twice; its fault is noted. */
  private static final JsonNode REPEATED = NODES.numberNode(0.25);

  private final JsonParser parser;
  private final ValidationErrors faults;

  /** The position of the current value: a name in an object, or an index in an array. */
  private final @Nullable String[] names;

  private final int[] indices;
  private int depth;

  /** The members of a flat object; null for a document of any shape. */
  private final @Nullable Set<String> known;

  /** The unknown members of a flat object that are noted as faults. */
  private Set<String> unknown = Set.of();

  private StrictJsonReader(
      JsonParser parser, @Nullable Set<String> known, ValidationErrors faults) {
    this.parser = parser;
    this.known = known;
    this.names = new String[known == null ? StrictJsonParsers.DEPTH_MAX + 1 : FLAT_LEVELS];
    this.indices = new int[names.length];
    this.faults = faults;
  }

  public static JsonNode read(String text, ValidationErrors faults) {
    return read(StrictJsonParsers.USUAL, text, null, faults);
  }

  /** Reads the body of a route that takes many parts at once: it may have more tokens. */
  static JsonNode readParts(String text, ValidationErrors faults) {
    return read(StrictJsonParsers.PARTS, text, null, faults);
  }

  /**
   * Reads an object of these members, or of any if there are none here; each is a text, a flag or
   * an object of texts. Other members are faults and are not kept. An array, or an object at a
   * lower level, is empty in the result: no reader takes one.
   */
  static JsonNode readFlat(String text, Set<String> known, ValidationErrors faults) {
    return read(StrictJsonParsers.USUAL, text, known, faults);
  }

  private static JsonNode read(
      StrictJsonParsers parsers,
      String text,
      @Nullable Set<String> known,
      ValidationErrors faults) {
    return parsers.parse(
        text, faults, parser -> new StrictJsonReader(parser, known, faults).value());
  }

  private JsonNode value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> known != null && depth > 1 ? skipped(NO_MEMBERS) : object();
      case START_ARRAY -> known != null ? skipped(NO_ELEMENTS) : array();
      case VALUE_STRING -> string();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NUMBER;
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  /** Names are composed, so that two spellings of one name are one name. */
  private ObjectNode object() {
    if (parser.nextToken() == JsonToken.END_OBJECT && depth > 0) {
      return NO_MEMBERS;
    }
    depth++;
    // The outermost object may be changed later.
    var members = depth == 1 ? withMembers(new LinkedHashMap<>()) : part();
    depth--;
    return new ObjectNode(NODES, members);
  }

  /** Reads the members of an object within a document. One member takes no table of a map. */
  private Map<String, JsonNode> part() {
    var name = name();
    var value = value();
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      return Collections.singletonMap(name, value);
    }
    var members =
        new LinkedHashMap<String, JsonNode>(known == null ? MEMBERS_USUAL : FLAT_MEMBERS_MAX);
    members.put(name, value);
    return withMembers(members);
  }

  private Map<String, JsonNode> withMembers(Map<String, JsonNode> members) {
    for (; parser.currentToken() != JsonToken.END_OBJECT; parser.nextToken()) {
      var name = name();
      if (isTaken(name, members)) {
        add(name, value(), members);
      } else {
        parser.skipChildren();
      }
    }
    return members;
  }

  /** Whether the value of a member is kept. A member that no flat object has is a fault. */
  private boolean isTaken(String name, Map<String, JsonNode> members) {
    if (known == null) {
      return true;
    }
    if (depth > 1 || known.isEmpty()) {
      return members.size() < FLAT_MEMBERS_MAX;
    }
    var isKnown = known.contains(name);
    if (!isKnown && !faults.isFull() && !unknown.contains(name)) {
      unknown = unknown.isEmpty() ? new HashSet<>() : unknown;
      unknown.add(name);
      fault("is not a known name");
    }
    return isKnown;
  }

  private void add(String name, JsonNode value, Map<String, JsonNode> members) {
    var first = members.putIfAbsent(name, value);
    if (first != null && !REPEATED.equals(first)) {
      fault("must not occur twice");
      members.put(name, REPEATED);
    }
  }

  private JsonNode skipped(JsonNode empty) {
    parser.skipChildren();
    return empty;
  }

  /** Reads a member's name, up to its value. */
  private String name() {
    var name = TextRules.composed(parser.currentName());
    names[depth - 1] = name;
    if (!JsonText.isSound(name)) {
      fault("must have no NUL or unpaired surrogates in its name");
    }
    parser.nextToken();
    return name;
  }

  private JsonNode array() {
    if (parser.nextToken() == JsonToken.END_ARRAY && depth > 0) {
      return NO_ELEMENTS;
    }
    var array = NODES.arrayNode();
    depth++;
    for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
      names[depth - 1] = null;
      indices[depth - 1] = array.size();
      array.add(value());
    }
    depth--;
    return array;
  }

  private JsonNode integer() {
    if (parser.getStringLength() > INTEGER_DIGITS_MAX) {
      return NUMBER;
    }
    var value = parser.getLongValue();
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }

  private JsonNode string() {
    var text = parser.getString();
    if (!JsonText.isSound(text)) {
      fault("must have no NUL or unpaired surrogates");
    }
    return NODES.stringNode(text);
  }

  /** Notes a fault of the value that is being read. With the last one the request is refused. */
  private void fault(String detail) {
    var steps = new ArrayList<String>();
    for (var i = 0; i < depth; i++) {
      var name = names[i];
      steps.add(name == null ? Integer.toString(indices[i]) : name);
    }
    faults.pointer(JsonPointers.of(JsonPointers.ROOT, steps), detail);
    if (faults.isFull()) {
      faults.refuse();
    }
  }
}
