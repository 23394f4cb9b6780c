package io.clientele.http.route;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Path of a route, with a name in braces for each segment that is a parameter, such as {@code
 * /v1/accounts/{id}}. Orders by specificity: segment by segment, a literal stands before a
 * parameter, literals stand in alphabetical order, and a path stands before those that continue it.
 *
 * @param text as {@code openapi.yaml} writes it, with a leading slash
 */
public record PathTemplate(String text) implements Comparable<PathTemplate> {
  public PathTemplate {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("A path starts with a slash: " + text);
    }
  }

  /** The path with no names of parameters: two templates of one shape match the same requests. */
  String shape() {
    return segments().stream()
        .map(segment -> isParameter(segment) ? "{}" : segment)
        .collect(Collectors.joining("/"));
  }

  @Override
  public int compareTo(PathTemplate other) {
    var ours = segments();
    var theirs = other.segments();
    for (var i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      var order = compare(ours.get(i), theirs.get(i));
      if (order != 0) {
        return order;
      }
    }
    var order = Integer.compare(ours.size(), theirs.size());
    return order != 0 ? order : text.compareTo(other.text);
  }

  private static int compare(String one, String other) {
    var order = Boolean.compare(isParameter(one), isParameter(other));
    return order != 0 || isParameter(one) ? order : one.compareTo(other);
  }

  static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  List<String> segments() {
    return List.of(text.split("/", -1));
  }

  @Override
  public String toString() {
    return text;
  }
}
