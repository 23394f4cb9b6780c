package io.clientele.http;

import io.clientele.domain.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON as clients must write it: no member twice, nothing after the value, no NUL, no
 * unpaired surrogate, and small. Faults of single values are gathered with their pointers; a text
 * that is not JSON at all, or goes beyond a limit, is refused at once.
 */
final class StrictJson {
  private static final int DEPTH_MAX = 32;
  private static final int DIGITS_MAX = 64;
  private static final int TOKENS_MAX = 4000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(DIGITS_MAX)
                  .maxTokenCount(TOKENS_MAX)
                  .maxStringLength(Bodies.BYTES_MAX)
                  .maxNameLength(Bodies.BYTES_MAX)
                  .build())
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final Faults faults;

  private StrictJson(JsonParser parser, Faults faults) {
    this.parser = parser;
    this.faults = faults;
  }

  static JsonNode read(String text, Faults faults) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != null) {
        var value = new StrictJson(parser, faults).value(Pointers.ROOT);
        if (parser.nextToken() != null) {
          faults.pointer(Pointers.ROOT, "must be one JSON value with nothing after it");
        }
        return value;
      }
      faults.pointer(Pointers.ROOT, "must be a JSON object");
    } catch (StreamConstraintsException tooMuch) {
      faults.pointer(
          Pointers.ROOT, "must have at most 32 levels, 4,000 tokens and 64 digits in a number");
    } catch (JacksonException notJson) {
      var at = notJson.getLocation();
      faults.pointer(
          Pointers.ROOT,
          "must be JSON, which ends at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
    faults.refuse();
    throw new IllegalStateException("a fault was noted");
  }

  private JsonNode value(String pointer) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_STRING -> string(pointer);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  /** Names are composed, so that two spellings of one name are one name. */
  private ObjectNode object(String pointer) {
    var object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = Text.composed(parser.currentName());
      var at = Pointers.of(pointer, name);
      if (isBroken(name)) {
        faults.pointer(at, "must not have NUL or unpaired surrogates in its name");
      }
      parser.nextToken();
      var value = value(at);
      if (object.has(name)) {
        faults.pointer(at, "must not come twice");
      }
      object.set(name, value);
    }
    return object;
  }

  private JsonNode array(String pointer) {
    var array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(pointer + "/" + array.size()));
    }
    return array;
  }

  private JsonNode string(String pointer) {
    var text = parser.getString();
    if (isBroken(text)) {
      faults.pointer(pointer, "must not hold NUL or unpaired surrogates");
    }
    return NODES.stringNode(text);
  }

  private static boolean isBroken(String text) {
    return text.codePoints()
        .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
