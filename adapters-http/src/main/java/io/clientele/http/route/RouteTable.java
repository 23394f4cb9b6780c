package io.clientele.http.route;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.clientele.domain.identity.Front;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All routes of the service, ordered by specificity: of two routes that match one request, the one
 * with a literal where the other has a parameter stands first. Immutable.
 */
public final class RouteTable {
  private static final Comparator<Route> ORDER =
      Comparator.comparing(Route::template).thenComparing(Route::method);

  private static final Pattern STORE = Pattern.compile("/store(/.*)?");

  private final List<Route> all;
  private final Map<String, RouteTree> ofMethod;
  private final EnumMap<Front, Shortcut> notFound;

  private RouteTable(List<Route> all, EnumMap<Front, Shortcut> notFound) {
    this.notFound = notFound;
    this.all = all.stream().sorted(ORDER).toList();
    this.ofMethod =
        this.all.stream()
            .collect(groupingBy(Route::method, collectingAndThen(toList(), RouteTree::of)));
  }

  /**
   * Collects the routes of these groups.
   *
   * @throws IllegalStateException if two routes of one method match the same paths; names the
   *     groups of both; also for a route at {@code /store} or below of another front than the
   *     store, and for one of the store elsewhere
   */
  public static RouteTable of(Collection<? extends RouteGroup> groups) {
    return of(groups, Set.of(Front.values()));
  }

  /** Collects the routes of these groups that belong to one of these fronts. */
  public static RouteTable of(Collection<? extends RouteGroup> groups, Set<Front> fronts) {
    var all = new ArrayList<Route>();
    var owners = new HashMap<String, String>();
    var notFound = new EnumMap<Front, Shortcut>(Front.class);
    for (var group : groups) {
      var name = group.getClass().getName();
      var routes = new Routes();
      group.addTo(routes);
      notFound.putAll(routes.notFound());
      for (var route : routes.all()) {
        var first = owners.putIfAbsent(route.method() + " " + route.template().shape(), name);
        if (first != null) {
          throw new IllegalStateException(
              "%s %s is a route of %s and of %s"
                  .formatted(route.method(), route.path(), first, name));
        }
        if (frontOf(route.path()) != route.front()) {
          throw new IllegalStateException(route + " of " + name + " has the front of another path");
        }
        all.add(route);
      }
    }
    return new RouteTable(all, notFound).ofFronts(fronts);
  }

  /** Returns the routes that belong to one of these fronts, and those of every front. */
  public RouteTable ofFronts(Set<Front> fronts) {
    var pages = new EnumMap<>(notFound);
    pages.keySet().retainAll(fronts);
    return new RouteTable(
        only(route -> route.isOfEveryFront() || fronts.contains(route.front())), pages);
  }

  /** Returns the same routes, with handlers that these decorate one after the other. */
  public RouteTable decoratedBy(Collection<? extends RouteDecorator> decorators) {
    var decorated = all;
    for (var decorator : decorators) {
      decorated = decorated.stream().map(route -> route.with(decorator.decorate(route))).toList();
    }
    return new RouteTable(decorated, notFound);
  }

  /** Routes of the API and pages, in the order in which they are matched. */
  public List<Route> all() {
    return all;
  }

  /**
   * The route that answers requests of this method and path; null if there is none.
   *
   * @param path as the request has it, still encoded
   */
  public @Nullable Route match(String method, String path) {
    var tree = ofMethod.get(method);
    return tree == null ? null : tree.find(RouteTree.segments(path));
  }

  /**
   * Answers a request that no route matches with the page of the path's front, or returns false.
   */
  public Shortcut notFound() {
    return http -> {
      var page = notFound.get(frontOf(http.req().getRequestURI()));
      return page != null && page.answers(http);
    };
  }

  /** The front that a path belongs to, whether it has a route or not. */
  static Front frontOf(String path) {
    return STORE.matcher(path).matches() ? Front.STORE : Front.OPERATIONS;
  }

  /** Whether a route of any method has this path. */
  public boolean hasPath(String path) {
    var segments = RouteTree.segments(path);
    for (var tree : ofMethod.values()) {
      if (tree.find(segments) != null) {
        return true;
      }
    }
    return false;
  }

  /** The routes that the document of this front describes. */
  public List<Route> api(Front front) {
    return only(route -> !route.isPage() && route.front() == front);
  }

  public List<Route> pages() {
    return only(Route::isPage);
  }

  private List<Route> only(Predicate<Route> which) {
    return all.stream().filter(which).toList();
  }
}
