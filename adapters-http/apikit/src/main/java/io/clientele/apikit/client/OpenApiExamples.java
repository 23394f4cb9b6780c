package io.clientele.apikit.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Validates the examples of a document: those of bodies, parameters, headers and schemas. */
final class OpenApiExamples {
  private final OpenApiDocument document;
  private final List<String> faults = new ArrayList<>();

  OpenApiExamples(OpenApiDocument document) {
    this.document = document;
  }

  /** Returns the examples that do not match their schemas, with the reason. */
  List<String> faults() {
    walk("", document.root());
    return faults;
  }

  private void walk(String path, JsonNode node) {
    if (node.isObject()) {
      check(path, node);
      node.properties().forEach(member -> walk(path + "/" + member.getKey(), member.getValue()));
    } else if (node.isArray()) {
      for (var i = 0; i < node.size(); i++) {
        walk(path + "/" + i, node.get(i));
      }
    }
  }

  private void check(String path, JsonNode node) {
    var schema = node.path("schema");
    var examples = node.path("examples");
    if (schema.isObject() && node.has("example")) {
      validate(path, schema, node.path("example"));
    }
    if (schema.isObject() && examples.isObject()) {
      for (Map.Entry<String, JsonNode> one : examples.properties()) {
        var value = document.resolved(one.getValue()).path("value");
        validate(path + " example " + one.getKey(), schema, value);
        checkLines(path, node.path(OpenApiDocument.ITEM_SCHEMA), value);
      }
    } else if (examples.isArray()) {
      examples.forEach(value -> validate(path, node, value));
    }
  }

  private void checkLines(String path, JsonNode schema, JsonNode value) {
    if (schema.isObject()) {
      value.asString().lines().forEach(line -> document.validate(schema, line, path, faults));
    }
  }

  private void validate(String path, JsonNode schema, JsonNode value) {
    document.validate(schema, value.toString(), path, faults);
  }
}
