package io.clientele.http.dashboard;

import io.clientele.domain.identity.Front;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.ContentSecurityPolicy;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.security.oidc.BrowserClient;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

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
          "/store/sign-in",
          "/store/signed-in");

  /** Paths that programs call. */
  private static final Pattern MACHINES =
      Pattern.compile("/store/(v1|docs|assets|openapi|sign-in[.]json)([/.].*)?");

  private final BuiltPage page;
  private final String policy;
  private final byte[] issuers;

  /**
   * Serves the page, on which customers sign in with these clients, or with a key if there is none.
   */
  public StorePageRoutes(List<BrowserClient> clients) {
    this("/public/store", clients);
  }

  StorePageRoutes(String folder, List<BrowserClient> clients) {
    this.page = new BuiltPage(folder);
    this.policy =
        ContentSecurityPolicy.calling(clients.stream().flatMap(BrowserClient::called).toList());
    this.issuers = new JsonMapper().writeValueAsBytes(Map.of("issuers", clients));
  }

  @Override
  public void addTo(Routes routes) {
    for (var view : VIEWS) {
      routes.page(view).ofStore().answers("text/html").by(http -> page.document(http, policy));
    }
    routes.page("/store/sign-in.json").ofStore().by(this::signIn);
    routes.notFound(Front.STORE, this::notFound);
    routes.page("/store/assets/{file}").ofStore().answers("*/*").by(page::asset);
  }

  /** Tells the page with which issuers customers sign in. */
  private void signIn(Context http) throws IOException {
    http.res().setHeader("Cache-Control", "no-cache");
    Responses.json(http, 200, issuers);
  }

  /** A browser at an unknown path of the store gets the page, which says so. */
  private boolean notFound(Context http) throws IOException {
    return !MACHINES.matcher(http.req().getRequestURI()).matches()
        && page.documentOfUnknownPath(http, policy);
  }
}
