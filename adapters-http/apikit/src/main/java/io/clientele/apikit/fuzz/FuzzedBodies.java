package io.clientele.apikit.fuzz;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are right, that are nearly right, and that are none. */
final class FuzzedBodies {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LINES_MAX = 4;

  private final SchemaValues values;
  private final RandomGenerator random;

  FuzzedBodies(SchemaValues values, RandomGenerator random) {
    this.values = values;
    this.random = random;
  }

  /** Returns a body of this type with this many faults. */
  String body(String mediaType, JsonNode schema, JsonNode line, int faults) {
    if (mediaType.endsWith("csv")) {
      return spoilt(csv(), faults);
    }
    if (mediaType.endsWith("ndjson")) {
      var lines = new StringBuilder();
      for (var i = random.nextInt(LINES_MAX); i >= 0; i--) {
        lines.append(grown(changed(values.value("line", line), faults).toString(), faults));
        lines.append('\n');
      }
      return spoilt(lines.toString(), faults / 2);
    }
    var text = grown(changed(values.value("body", schema), faults).toString(), faults);
    return faults > 1 ? spoilt(text, faults - 1) : text;
  }

  private String csv() {
    var lines = new StringBuilder("name,email,taxIdCountry,taxIdValue,metadata\n");
    for (var i = random.nextInt(LINES_MAX); i >= 0; i--) {
      lines
          .append(values.value("name", NODES.objectNode()).asString())
          .append(',')
          .append(values.value("email", NODES.objectNode()).asString())
          .append(random.nextBoolean() ? ",,," : ",BR,52998224725,{}")
          .append('\n');
    }
    return lines.toString();
  }

  /** Replaces a value, or adds or removes a member, at some depth. */
  private JsonNode changed(JsonNode value, int faults) {
    for (var i = 0; i < faults && value instanceof ObjectNode object; i++) {
      change(object);
    }
    return value;
  }

  private void change(ObjectNode object) {
    var names = new ArrayList<>(object.propertyNames());
    if (names.isEmpty() || random.nextInt(6) == 0) {
      object.set(HostileValues.text(random), hostile());
      return;
    }
    var name = names.get(random.nextInt(names.size()));
    if (object.get(name) instanceof ObjectNode inner && random.nextBoolean()) {
      change(inner);
    } else if (random.nextInt(5) == 0) {
      object.remove(name);
    } else {
      object.set(name, hostile());
    }
  }

  private JsonNode hostile() {
    return switch (random.nextInt(10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextLong());
      case 3 -> NODES.numberNode(random.nextDouble() * 1e300);
      case 4 -> NODES.arrayNode().add(HostileValues.text(random));
      case 5 -> NODES.objectNode().put("a", HostileValues.text(random));
      default -> NODES.stringNode(HostileValues.text(random));
    };
  }

  /** Replaces numbers by any grammar, and rarely adds very many members, levels or characters. */
  private String grown(String text, int faults) {
    if (faults == 0 || !text.startsWith("{") || random.nextInt(3) > 0) {
      return text;
    }
    var member =
        switch (random.nextInt(12)) {
          case 0 -> wide();
          case 1 -> deep();
          case 2 -> '"' + "n".repeat(random.nextInt(1, 2_000)) + "\":0";
          default ->
              '"'
                  + pick("name", "email", "metadata", "other")
                  + "\":"
                  + HostileValues.number(random);
        };
    return "{" + member + (text.equals("{}") ? "" : ",") + text.substring(1);
  }

  private String wide() {
    var members = new StringBuilder("\"w\":0");
    for (var i = random.nextInt(1_200); i > 0; i--) {
      members.append(",\"").append(i).append("\":").append(HostileValues.number(random));
    }
    return members.toString();
  }

  private String deep() {
    var levels = random.nextInt(1, 40);
    var step = "{\"" + "n".repeat(random.nextInt(300)) + "\":";
    return "\"d\":" + step.repeat(levels) + "{" + wide() + "}" + "}".repeat(levels);
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  /** The text itself broken: cut, doubled, followed, buried. */
  private String spoilt(String text, int faults) {
    var spoilt = text;
    for (var i = 0; i < faults; i++) {
      spoilt =
          switch (random.nextInt(9)) {
            case 0 -> spoilt.substring(0, random.nextInt(spoilt.length() + 1));
            case 1 -> spoilt + spoilt;
            case 2 -> spoilt + HostileValues.text(random);
            case 3 -> "[".repeat(random.nextInt(1, 100)) + spoilt;
            case 4 -> "\ufeff" + spoilt;
            case 5 -> spoilt.replaceFirst(":", ":\"\\\\ud800\",\"name\":");
            case 6 -> spoilt.replaceFirst("\\{", "{\"name\":\"a\",\"name\":\"b\",");
            case 7 -> HostileValues.text(random);
            default -> spoilt.replace("\"", random.nextBoolean() ? "'" : "\\u0000\"");
          };
    }
    return spoilt;
  }
}
