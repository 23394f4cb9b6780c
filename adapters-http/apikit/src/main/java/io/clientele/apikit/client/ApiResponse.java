package io.clientele.apikit.client;

import java.net.http.HttpHeaders;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the service. */
public record ApiResponse(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The first value of a header, empty if there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The body, which must be JSON. */
  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** The names of the members of the body at any depth; none of a body that is not JSON. */
  public Set<String> memberNames() {
    var names = new TreeSet<String>();
    if (header("Content-Type").matches("application/(problem\\+)?json") && !body.isEmpty()) {
      collect(json(), names);
    }
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    names.addAll(node.propertyNames());
    node.forEach(part -> collect(part, names));
  }
}
