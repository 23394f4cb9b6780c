package io.clientele.infra.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.pulumi.asset.AssetArchive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A graph as text with one line for each property, so a change is one line of a diff. */
public final class GraphSnapshot {
  /**
   * Scripts and the dashboard are reviewed in their own files, so the snapshot has their digest.
   */
  private static final Set<String> DIGESTED = Set.of("code", "dashboardBody", "AOT_CONFIG_CONTENT");

  private final StringBuilder text = new StringBuilder();

  private GraphSnapshot() {}

  public static String of(ResourceGraph graph) {
    var snapshot = new GraphSnapshot();
    graph.nodes().forEach(snapshot::node);
    return snapshot.text.toString();
  }

  private void node(ResourceNode node) {
    text.append(node.type()).append(' ').append(node.name());
    if (node.isProtected()) {
      text.append(" protected");
    }
    if (node.isRetained()) {
      text.append(" retained");
    }
    if (!node.dependsOn().isEmpty()) {
      text.append(" after ").append(String.join(", ", node.dependsOn().stream().sorted().toList()));
    }
    text.append('\n');
    value("  ", node.inputs());
  }

  private void value(String indent, Map<?, ?> map) {
    new TreeMap<>(map).forEach((key, value) -> property(indent, String.valueOf(key), value));
  }

  private void property(String indent, String key, Object value) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append(indent).append(key).append(":\n");
      value(indent + "  ", map);
    } else if (value instanceof List<?> list
        && list.stream().anyMatch(each -> each instanceof Map)) {
      text.append(indent).append(key).append(":\n");
      list.forEach(each -> property(indent + "  ", "-", each));
    } else if (value instanceof String string && isJson(string) && !DIGESTED.contains(key)) {
      property(indent, key, plain(JsonParser.parseString(string)));
    } else {
      text.append(indent).append(key).append(": ").append(line(key, value)).append('\n');
    }
  }

  private static boolean isJson(String value) {
    return (value.startsWith("{") && value.endsWith("}"))
        || (value.startsWith("[") && value.endsWith("]"));
  }

  private static Object plain(JsonElement json) {
    if (json.isJsonObject()) {
      var map = new TreeMap<String, Object>();
      json.getAsJsonObject()
          .entrySet()
          .forEach(each -> map.put(each.getKey(), plain(each.getValue())));
      return map.containsKey("name") && map.containsKey("value") && map.size() == 2
          ? Map.of(String.valueOf(map.get("name")), map.get("value"))
          : map;
    }
    if (json.isJsonArray()) {
      return json.getAsJsonArray().asList().stream().map(GraphSnapshot::plain).toList();
    }
    return json.getAsString();
  }

  private static String line(String key, Object value) {
    if (value instanceof AssetArchive) {
      return "an archive";
    }
    if (DIGESTED.contains(key)) {
      return "sha256 " + digest(String.valueOf(value));
    }
    return value instanceof Double number && number == Math.rint(number)
        ? Long.toString(number.longValue())
        : String.valueOf(value);
  }

  private static String digest(String value) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
