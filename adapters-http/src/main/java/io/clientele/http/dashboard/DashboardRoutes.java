package io.clientele.http.dashboard;

import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.AcceptHeader;
import io.clientele.http.exchange.header.ContentSecurityPolicy;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
      Pattern.compile("/(v1|store|health|docs|problems|assets|openapi)([/.].*)?");

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final String folder;
  private final Map<String, StaticAsset> known = new ConcurrentHashMap<>();

  public DashboardRoutes() {
    this("/public");
  }

  DashboardRoutes(String folder) {
    this.folder = folder;
  }

  @Override
  public void addTo(Routes routes) {
    for (var view : VIEWS) {
      routes.page(view).answers("text/html").by(this::page);
    }
    routes.notFound(this::notFound);
    routes.page("/assets/{file}").answers("*/*").by(this::asset);
  }

  private void page(Context http) throws IOException {
    http.res().setHeader("Content-Security-Policy", POLICY);
    answer(http, asset("/index.html").orElseThrow(DashboardRoutes::notBuilt), "no-cache");
  }

  /** A browser at an unknown path gets the page, which says so. Paths of the API are problems. */
  private boolean notFound(Context http) throws IOException {
    var accepted = Collections.list(http.req().getHeaders("Accept"));
    var index = asset("/index.html");
    if (!http.req().getMethod().equals("GET")
        || MACHINES.matcher(http.req().getRequestURI()).matches()
        || AcceptHeader.weight("text/html", accepted)
            <= AcceptHeader.weight("application/problem+json", accepted)
        || index.isEmpty()) {
      return false;
    }
    http.res().setHeader("Content-Security-Policy", POLICY);
    http.res().setHeader("Cache-Control", "no-store");
    http.res().setContentType(index.get().mediaType);
    Responses.json(http, 404, index.get().bytes(false));
    return true;
  }

  private void asset(Context http) throws IOException {
    var asset = asset("/assets/" + http.pathParam("file"));
    answer(http, asset.orElseThrow(() -> nothing("There is no resource at this path.")), FOR_EVER);
  }

  private Optional<StaticAsset> asset(String name) {
    if (!name.matches("/(assets/)?[A-Za-z0-9_.-]+")) {
      return Optional.empty();
    }
    var asset = Optional.ofNullable(known.get(name)).or(() -> StaticAsset.read(folder + name));
    asset.ifPresent(found -> known.put(name, found));
    return asset;
  }

  private static void answer(Context http, StaticAsset asset, String caching) throws IOException {
    var response = http.res();
    response.setHeader("Cache-Control", caching);
    response.setHeader("ETag", asset.tag);
    response.addHeader("Vary", "Accept-Encoding");
    if (asset.tag.equals(http.req().getHeader("If-None-Match"))) {
      Responses.empty(http, 304);
      return;
    }
    var isCompressed = takesGzip(http);
    if (isCompressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(asset.mediaType);
    Responses.json(http, 200, asset.bytes(isCompressed));
  }

  private static boolean takesGzip(Context http) {
    var accepted = http.req().getHeader("Accept-Encoding");
    return accepted != null
        && accepted.matches("(?i)(.*[, ])?gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  private static ProblemException notBuilt() {
    return nothing("This service was built without its dashboard, because Node.js was missing.");
  }

  private static ProblemException nothing(String detail) {
    return new ProblemException(Problem.of(404, "no-such-thing", "No such thing", detail));
  }
}
