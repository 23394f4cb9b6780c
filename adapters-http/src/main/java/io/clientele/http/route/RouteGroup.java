package io.clientele.http.route;

/**
 * Routes that one context contributes. The order in which groups are registered has no effect:
 * {@link RouteTable} orders routes by their paths.
 */
@FunctionalInterface
public interface RouteGroup {
  void addTo(Routes routes);
}
