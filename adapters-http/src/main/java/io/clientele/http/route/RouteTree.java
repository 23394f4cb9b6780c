package io.clientele.http.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path among the routes of one method: segment by segment, a literal before a
 * parameter. A parameter takes any segment that is not empty. Immutable once built.
 */
final class RouteTree {
  private static final int SEGMENTS_USUAL = 6;

  private final Map<String, RouteTree> literals = new HashMap<>();
  private @Nullable RouteTree parameter;
  private @Nullable Route route;

  static RouteTree of(List<Route> routes) {
    var root = new RouteTree();
    for (var route : routes) {
      root.at(route.template().segments()).route = route;
    }
    return root;
  }

  private RouteTree at(List<String> segments) {
    if (segments.isEmpty()) {
      return this;
    }
    var rest = segments.subList(1, segments.size());
    if (!PathTemplate.isParameter(segments.get(0))) {
      return literals.computeIfAbsent(segments.get(0), name -> new RouteTree()).at(rest);
    }
    if (parameter == null) {
      parameter = new RouteTree();
    }
    return parameter.at(rest);
  }

  /** Splits a path into its segments. The trees of several methods can search for them. */
  static List<String> segments(String path) {
    var segments = new ArrayList<String>(SEGMENTS_USUAL);
    var begin = 0;
    for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
      segments.add(path.substring(begin, slash));
      begin = slash + 1;
    }
    segments.add(path.substring(begin));
    return segments;
  }

  /** Null if no route has a path of these segments. */
  @Nullable Route find(List<String> segments) {
    return find(segments, 0);
  }

  private @Nullable Route find(List<String> segments, int at) {
    if (at == segments.size()) {
      return route;
    }
    var segment = segments.get(at);
    var literal = literals.get(segment);
    var found = literal == null ? null : literal.find(segments, at + 1);
    return found != null || parameter == null || segment.isEmpty()
        ? found
        : parameter.find(segments, at + 1);
  }
}
