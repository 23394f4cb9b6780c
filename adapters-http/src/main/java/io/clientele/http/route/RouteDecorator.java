package io.clientele.http.route;

/** Changes how routes are answered. A context contributes it for the routes of all contexts. */
@FunctionalInterface
public interface RouteDecorator {
  /** Returns the handler that answers in place of the route's own, or the route's own. */
  RouteHandler decorate(Route route);
}
