package io.clientele.http.route;

import io.clientele.domain.identity.Front;
import io.clientele.http.route.Route.Declaration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the routes of one group, such as {@code
 * routes.post("/v1/accounts").permits(CHANGE_ACCOUNTS).by(this::open)}. Not thread-safe.
 */
public final class Routes {
  private static final List<String> READ = List.of("GET", "HEAD");

  private final List<Route> all = new ArrayList<>();
  private final Map<Front, Shortcut> notFound = new EnumMap<>(Front.class);

  Routes() {}

  /** The routes that were added so far. */
  List<Route> all() {
    return List.copyOf(all);
  }

  /** What answers instead of a problem where no route matches, by the front that it belongs to. */
  Map<Front, Shortcut> notFound() {
    return Map.copyOf(notFound);
  }

  /**
   * Shows a page to people who ask for an unknown path of this front. It returns false for other
   * clients, and for paths that programs call. It is not asked for paths of the other front.
   */
  public void notFound(Front front, Shortcut page) {
    notFound.put(front, page);
  }

  /** Reads; the same handler answers {@code HEAD}. */
  public Declaration get(String path) {
    return new Declaration(READ, path, all::add);
  }

  /** Creates a resource or starts an action. */
  public Declaration post(String path) {
    return new Declaration(List.of("POST"), path, all::add);
  }

  /** Creates a resource whose id the client chooses. */
  public Declaration put(String path) {
    return new Declaration(List.of("PUT"), path, all::add);
  }

  /** Changes a part of a resource. */
  public Declaration patch(String path) {
    return new Declaration(List.of("PATCH"), path, all::add);
  }

  /** Removes a resource or ends a state. */
  public Declaration delete(String path) {
    return new Declaration(List.of("DELETE"), path, all::add);
  }

  /** Reads what is public and held in memory, such as documents and health. */
  public Declaration open(String path) {
    return get(path).anyone().fromMemory();
  }

  /** Shows a page to people; not part of the API's document. */
  public Declaration page(String path) {
    return open(path).page();
  }
}
