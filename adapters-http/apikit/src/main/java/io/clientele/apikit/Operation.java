package io.clientele.apikit;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One documented operation.
 *
 * @param path with its parameters in braces
 * @param isSecured whether it asks who calls
 */
record Operation(String id, String method, String path, boolean isSecured, JsonNode responses) {
  /** Whether a path without its query is one of this operation's. */
  boolean fits(String requested) {
    return Pattern.matches(path.replaceAll("\\{[^}]+}", "[^/]+"), requested);
  }
}
