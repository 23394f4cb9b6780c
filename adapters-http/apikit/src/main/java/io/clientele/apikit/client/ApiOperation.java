package io.clientele.apikit.client;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One documented operation.
 *
 * @param path with its parameters in braces
 * @param isSecured whether it authenticates its caller
 * @param bodies the schema of each accepted media type
 */
public record ApiOperation(
    String id,
    String method,
    String path,
    Pattern shape,
    boolean isSecured,
    List<Parameter> parameters,
    Map<String, JsonNode> bodies,
    JsonNode responses) {

  /**
   * One documented parameter.
   *
   * @param in path, query, header or cookie
   */
  public record Parameter(String name, String in, boolean required, JsonNode schema) {}

  /** Whether a path without its query is one of this operation's. */
  boolean fits(String requested) {
    return shape.matcher(requested).matches();
  }
}
