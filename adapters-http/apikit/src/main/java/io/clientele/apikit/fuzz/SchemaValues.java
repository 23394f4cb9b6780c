package io.clientele.apikit.fuzz;

import io.clientele.apikit.client.OpenApiDocument;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema allows, as far as its words say it. */
final class SchemaValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEPTH_MAX = 6;
  private static final List<String> TAX_IDS = List.of("52998224725", "11.222.333/0001-81");

  private final OpenApiDocument document;
  private final CanaryData planted;
  private final RandomGenerator random;

  SchemaValues(OpenApiDocument document, CanaryData planted, RandomGenerator random) {
    this.document = document;
    this.planted = planted;
    this.random = random;
  }

  /**
   * Returns one value.
   *
   * @param name of its parameter or member
   */
  JsonNode value(String name, JsonNode schema) {
    return value(name, schema, 0);
  }

  private JsonNode value(String name, JsonNode given, int depth) {
    var schema = document.resolved(given);
    for (var choice : List.of("oneOf", "anyOf", "enum")) {
      if (schema.has(choice)) {
        var picked = schema.path(choice).get(random.nextInt(schema.path(choice).size()));
        return choice.equals("enum") ? picked : value(name, picked, depth);
      }
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    return switch (depth > DEPTH_MAX ? "null" : type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(name, schema, depth);
      case "integer", "number" -> NODES.numberNode(number(schema));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "null" -> NODES.nullNode();
      default -> NODES.stringNode(text(name, schema));
    };
  }

  private String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray()
        ? type.get(random.nextInt(type.size())).asString()
        : type.asString(schema.has("properties") ? "object" : "string");
  }

  private ObjectNode object(JsonNode schema, int depth) {
    var object = NODES.objectNode();
    var required = schema.path("required").toString();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      if (required.contains('"' + member.getKey() + '"') || random.nextInt(3) > 0) {
        object.set(member.getKey(), value(member.getKey(), member.getValue(), depth + 1));
      }
    }
    var more = schema.path("additionalProperties");
    for (var i = random.nextInt(4); more.isObject() && i > 0; i--) {
      object.set("key" + random.nextInt(60), value("value", more, depth + 1));
    }
    return object;
  }

  private JsonNode array(String name, JsonNode schema, int depth) {
    var array = NODES.arrayNode();
    for (var i = 1 + random.nextInt(3); i > 0; i--) {
      array.add(value(name, schema.path("items"), depth + 1));
    }
    return array;
  }

  private long number(JsonNode schema) {
    var min = schema.path("minimum").asLong(0);
    return min + random.nextLong(1 + schema.path("maximum").asLong(1000) - min);
  }

  private String text(String name, JsonNode schema) {
    var example = schema.path("examples").path(0).asString(schema.path("example").asString(""));
    if (schema.path("format").asString("").equals("date-time")) {
      return "2026-%02d-%02dT%02d:00:00Z"
          .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24));
    }
    if (name.equals("email") || schema.path("format").asString("").equals("email")) {
      return planted.email(random);
    }
    return switch (name) {
      case "id", "accountId" -> planted.id(random);
      case "password" -> planted.password();
      case "country" -> random.nextBoolean() ? "BR" : "PT";
      case "If-Match", "If-None-Match" -> '"' + "" + random.nextInt(5) + '"';
      case "value" -> TAX_IDS.get(random.nextInt(TAX_IDS.size()));
      default -> example.isEmpty() ? planted.words(random) : example;
    };
  }
}
