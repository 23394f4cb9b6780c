package io.clientele.apikit.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One of the two compared documents. */
final class ComparedDocument {
  private static final String REFERENCE = "$ref";

  private final JsonNode root;

  /** Reads YAML, or JSON, which is a part of YAML. */
  ComparedDocument(String yaml) {
    root = new YAMLMapper().readTree(yaml);
  }

  JsonNode root() {
    return root;
  }

  /** Resolves a node, which may be a reference. */
  JsonNode resolved(JsonNode node) {
    var reference = reference(node);
    return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
  }

  /** Returns the reference that a node consists of; empty for none. */
  static String reference(JsonNode node) {
    return node.path(REFERENCE).asString("");
  }

  /**
   * Returns a schema without references and {@code allOf} at its top level. An alternative to null
   * becomes a type that includes null. A constant becomes an enum of one value. A pattern that is
   * hidden from generated clients becomes a pattern.
   */
  ObjectNode flat(JsonNode schema) {
    var flat = JsonNodeFactory.instance.objectNode();
    var resolved = resolved(schema);
    for (var member : resolved.properties()) {
      switch (member.getKey()) {
        case "allOf" -> member.getValue().forEach(part -> addAll(flat, flat(part)));
        case "oneOf", "anyOf" -> addAlternatives(flat, member.getKey(), member.getValue());
        case "const" -> flat.putArray("enum").add(member.getValue());
        case "x-pattern" -> flat.set("pattern", member.getValue());
        default -> add(flat, member.getKey(), member.getValue());
      }
    }
    return flat;
  }

  /** Returns the types that a flat schema allows; empty for any. */
  static Set<String> types(JsonNode flat) {
    return texts(flat.path("type"));
  }

  /** Returns the members of a list, or a single value as a list. */
  static Set<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    if (list.isArray()) {
      list.forEach(member -> texts.add(member.asString()));
    } else if (!list.isMissingNode()) {
      texts.add(list.asString());
    }
    return texts;
  }

  private void addAlternatives(ObjectNode flat, String keyword, JsonNode alternatives) {
    List<JsonNode> others = new ArrayList<>();
    for (var alternative : alternatives) {
      if (!alternative.path("type").asString("").equals("null")) {
        others.add(alternative);
      }
    }
    if (others.size() == 1 && alternatives.size() == 2) {
      addAll(flat, flat(others.getFirst()));
      var types = types(flat);
      types.add("null");
      var type = flat.putArray("type");
      types.forEach(type::add);
    } else {
      flat.set(keyword, alternatives);
    }
  }

  private static void addAll(ObjectNode flat, ObjectNode part) {
    part.properties().forEach(member -> add(flat, member.getKey(), member.getValue()));
  }

  /** Adds to required and properties; anything else replaces what is there. */
  private static void add(ObjectNode flat, String key, JsonNode value) {
    switch (key) {
      case "required" -> flat.withArray(key).addAll(value.values());
      case "properties" -> addProperties(flat.withObject("/" + key), value);
      default -> flat.set(key, value);
    }
  }

  private static void addProperties(ObjectNode flat, JsonNode properties) {
    for (var property : properties.properties()) {
      var known = flat.get(property.getKey());
      if (known == null) {
        flat.set(property.getKey(), property.getValue());
      } else {
        flat.putObject(property.getKey()).putArray("allOf").add(known).add(property.getValue());
      }
    }
  }
}
