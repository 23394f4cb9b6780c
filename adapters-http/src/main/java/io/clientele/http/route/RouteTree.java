package io.clientele.http.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path among the routes of one method: segment by segment, a literal before a
 * parameter. A parameter takes any segment that is not empty. Immutable once built.
 */
final class RouteTree {
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

  /** Null if no route has this path. */
  @Nullable Route find(String path) {
    return find(path, 0);
  }

  /** Matches the segment that begins here; after the last one the position is after the path. */
  private @Nullable Route find(String path, int begin) {
    if (begin > path.length()) {
      return route;
    }
    var slash = path.indexOf('/', begin);
    var end = slash < 0 ? path.length() : slash;
    var literal = literals.get(path.substring(begin, end));
    var found = literal == null ? null : literal.find(path, end + 1);
    return found != null || parameter == null || begin == end
        ? found
        : parameter.find(path, end + 1);
  }
}
