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
 * Serves the store's page for visitors and customers: one page under the path of each view, and the
 * files that it loads. None of them is a file of the dashboard.
 */
public final class StorePageRoutes implements RouteGroup {
  private static final List<String> VIEWS =
      List.of(
          "/store",
          "/store/",
          "/store/products/{id}",
          "/store/basket",
          "/store/orders",
          "/store/orders/{id}",
          "/store/balance",
          "/store/sign-in");

  /** The page loads files of this service only, and has no inline script or style. */
  private static final String POLICY = ContentSecurityPolicy.of("");

  private static final Pattern STORE = Pattern.compile("/store(/.*)?");

  /** Paths that programs call. */
  private static final Pattern MACHINES =
      Pattern.compile("/store/(v1|docs|assets|openapi)([/.].*)?");

  private final BuiltPage page;

  public StorePageRoutes() {
    this("/public/store");
  }

  StorePageRoutes(String folder) {
    this.page = new BuiltPage(folder);
  }

  @Override
  public void addTo(Routes routes) {
    for (var view : VIEWS) {
      routes.page(view).ofStore().answers("text/html").by(http -> page.document(http, POLICY));
    }
    routes.notFound(Front.STORE, this::notFound);
    routes.page("/store/assets/{file}").ofStore().answers("*/*").by(page::asset);
  }

  /** A browser at an unknown path of the store gets the page, which says so. */
  private boolean notFound(Context http) throws IOException {
    var path = http.req().getRequestURI();
    return STORE.matcher(path).matches()
        && !MACHINES.matcher(path).matches()
        && page.documentOfUnknownPath(http, POLICY);
  }
}
