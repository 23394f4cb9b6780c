package io.clientele.http.dashboard;

import io.clientele.domain.identity.Front;
import io.clientele.http.exchange.header.ContentSecurityPolicy;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Serves the Admin Dashboard: one page under the path of each view, so that links to views work,
 * and the files that the page loads.
 */
public final class DashboardRoutes implements RouteGroup {
  private static final List<String> VIEWS =
      List.of(
          "/",
          "/accounts",
          "/accounts/{id}",
          "/transfers",
          "/ledger",
          "/prices",
          "/events",
          "/tasks",
          "/webhooks",
          "/inbound",
          "/products",
          "/orders",
          "/api-keys",
          "/profile",
          "/operators",
          "/audit",
          "/operations");

  /** The page loads files of this service only, and has no inline script or style. */
  private static final String POLICY = ContentSecurityPolicy.of("");

  /** Paths that programs call. */
  private static final Pattern MACHINES =
      Pattern.compile("/(v1|health|docs|problems|assets|openapi)([/.].*)?");

  private final BuiltPage page;

  public DashboardRoutes() {
    this("/public");
  }

  DashboardRoutes(String folder) {
    this.page = new BuiltPage(folder);
  }

  @Override
  public void addTo(Routes routes) {
    for (var view : VIEWS) {
      routes.page(view).answers("text/html").by(http -> page.document(http, POLICY));
    }
    routes.notFound(Front.OPERATIONS, this::notFound);
    routes.page("/assets/{file}").answers("*/*").by(page::asset);
  }

  /** A browser at an unknown path gets the page, which says so. Paths of the API are problems. */
  private boolean notFound(Context http) throws IOException {
    return !MACHINES.matcher(http.req().getRequestURI()).matches()
        && page.documentOfUnknownPath(http, POLICY);
  }
}
