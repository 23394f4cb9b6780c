package io.clientele.http.exchange;

import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.exchange.json.JsonBuffers;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
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
  /** The longest string, in characters; a body has at most as many bytes. */
  static final int LENGTH_MAX = 64 * 1024;

  private static final int DEPTH_MAX = 32;
  private static final int DIGITS_MAX = 64;
  private static final int TOKENS_MAX = 4000;

  /** The tokens of a body with many parts. */
  private static final int PARTS_TOKENS_MAX = 40_000;

  private static final int NAME_MAX = 256;

  /** Names are not kept for later documents: hostile ones would stay in memory. */
  private static final JsonFactory FACTORY = factory(TOKENS_MAX);

  private static final JsonFactory PARTS_FACTORY = factory(PARTS_TOKENS_MAX);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Stands for every number that is no whole number of at most 18 digits: no field takes one. */
  private static final JsonNode NUMBER = NODES.numberNode(0.5);

  private static final int INTEGER_DIGITS_MAX = 18;

  /** Every empty object within a document. Nothing is ever added to a part of a document. */
  private static final ObjectNode NO_MEMBERS = NODES.objectNode();

  /** Every empty array within a document. */
  private static final JsonNode NO_ELEMENTS = NODES.arrayNode();

  private static final int MEMBERS_USUAL = 2;

  private final JsonParser parser;
  private final ValidationErrors faults;

  /** The position of the current value: a name in an object, or an index in an array. */
  private final @Nullable String[] names = new String[DEPTH_MAX + 1];

  private final int[] indices = new int[DEPTH_MAX + 1];
  private int depth;

  private StrictJsonReader(JsonParser parser, ValidationErrors faults) {
    this.parser = parser;
    this.faults = faults;
  }

  private static JsonFactory factory(int tokensMax) {
    return JsonFactory.builder()
        .recyclerPool(JsonBuffers.POOL)
        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
        .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxNumberLength(DIGITS_MAX)
                .maxTokenCount(tokensMax)
                .maxStringLength(LENGTH_MAX)
                .maxNameLength(NAME_MAX)
                .build())
        .build();
  }

  public static JsonNode read(String text, ValidationErrors faults) {
    return read(TOKENS_MAX, text, faults);
  }

  /** Reads the body of a route that takes many parts at once: it may have more tokens. */
  static JsonNode readParts(String text, ValidationErrors faults) {
    return read(PARTS_TOKENS_MAX, text, faults);
  }

  private static JsonNode read(int tokensMax, String text, ValidationErrors faults) {
    var factory = tokensMax == TOKENS_MAX ? FACTORY : PARTS_FACTORY;
    try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != null) {
        var value = new StrictJsonReader(parser, faults).value();
        if (parser.nextToken() != null) {
          faults.pointer(JsonPointers.ROOT, "must be one JSON value without a suffix");
        }
        return value;
      }
      faults.pointer(JsonPointers.ROOT, "must be a JSON object");
    } catch (StreamConstraintsException tooMuch) {
      faults.pointer(
          JsonPointers.ROOT,
          "must have at most 32 levels, %s tokens, 64 digits in a number and 256 characters in a name"
              .formatted(tokensMax == TOKENS_MAX ? "4,000" : "40,000"));
    } catch (JacksonException notJson) {
      var at = notJson.getLocation();
      faults.pointer(
          JsonPointers.ROOT,
          "must be valid JSON up to its end; it is malformed at line "
              + at.getLineNr()
              + ", column "
              + at.getColumnNr());
    }
    faults.refuse();
    throw new IllegalStateException("a fault was noted");
  }

  private JsonNode value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
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
    var members = new LinkedHashMap<String, JsonNode>(MEMBERS_USUAL);
    members.put(name, value);
    return withMembers(members);
  }

  private Map<String, JsonNode> withMembers(Map<String, JsonNode> members) {
    for (; parser.currentToken() != JsonToken.END_OBJECT; parser.nextToken()) {
      var name = name();
      if (members.putIfAbsent(name, value()) != null) {
        fault("must not occur twice");
      }
    }
    return members;
  }

  /** Reads a member's name, up to its value. */
  private String name() {
    var name = TextRules.composed(parser.currentName());
    names[depth - 1] = name;
    if (isBroken(name)) {
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
    if (isBroken(text)) {
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

  private static boolean isBroken(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return true;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
